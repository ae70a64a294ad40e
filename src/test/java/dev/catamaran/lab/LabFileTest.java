package dev.catamaran.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.cluster.Description.Capacity;
import dev.catamaran.cluster.Description.Generic;
import dev.catamaran.cluster.Description.Plugin;
import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.ImageRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabFileTest {
  static LabFile accepted(String text) {
    return accepted(LabFile.read("lab.yaml", text));
  }

  private static LabFile accepted(Outcome<LabFile> outcome) {
    if (outcome instanceof Outcome.Accepted<LabFile>(var file, var _)) {
      return file;
    }
    throw new AssertionError(outcome.findings().toString());
  }

  private static List<String> refusals(String text) {
    return LabFile.read("lab.yaml", text).findings().stream()
        .map(f -> f.where().orElseThrow() + " " + f.code() + " " + f.message() + ways(f))
        .toList();
  }

  private static String ways(Finding finding) {
    return finding.ways().isEmpty() ? "" : "; try: " + String.join(", ", finding.ways());
  }

  @ParameterizedTest
  @ValueSource(strings = {"examples/lab-2017.yaml", "examples/lab-today.yaml"})
  void theExamplesAreLabs(String file) throws IOException {
    var lab = accepted(LabFile.read(file, Files.readAllBytes(Path.of(file))));
    assertThat(lab.members()).extracting(LabFile.Member::role).contains(Node.Role.MANAGER);
    assertThat(lab.images().platforms(ImageRef.parse("shop/front:1.4")))
        .isInstanceOf(ImageAnswer.Known.class);
  }

  @Test
  void everyKeyIsRead() {
    var lab =
        accepted(
            """
            name: all
            nodes:
              - {name: l1, role: manager, os: linux, engine: 28.5.2, ipvs: false, cpus: 1.5,
                 memory: 512m, system: Debian 12, architecture: aarch64, labels: {zone: a},
                 generic: [gpu=2, NVIDIA-GPU=uuid1], plugins: [Volume/rexray],
                 engine-labels: {rack: r1}}
              - name: w1
                os: windows
                build: "20348.3091"
                engine: 27.5.1
                hyperv: true
                availability: drain
                agent: false
            networks:
              - {name: back, encrypted: true, attachable: true, subnet: 10.20.0.0/22}
            images:
              - {match: app, platforms: [linux/arm64, "windows(10.0.20348.3091)/amd64"]}
            """);
    var linux = lab.members().getFirst();
    assertThat(linux.facts().ipvs()).hasValue(false);
    assertThat(linux.facts().platform()).hasToString("linux/arm64");
    assertThat(linux.hardware().system()).isEqualTo("Debian 12");
    assertThat(linux.hardware().architecture()).isEqualTo("aarch64");
    var engine = linux.hardware().description();
    assertThat(engine.capacity())
        .hasValue(
            new Capacity(
                1_500_000_000L,
                512L << 20,
                List.of(Generic.counted("gpu", 2), Generic.named("NVIDIA-GPU", "uuid1"))));
    assertThat(engine.plugins(Plugin.VOLUME)).containsExactly("local", "rexray");
    assertThat(engine.labels()).containsExactly(Map.entry("rack", "r1"));
    assertThat(linux.labels()).containsEntry("zone", "a");
    var windows = lab.members().getLast();
    assertThat(windows.facts()).hasToString("Windows build 20348.3091, engine 27.5.1");
    assertThat(windows.facts().hyperV()).hasValue(true);
    assertThat(windows.availability()).isEqualTo(Node.Availability.DRAIN);
    assertThat(windows.role()).isEqualTo(Node.Role.WORKER);
    assertThat(windows.agent()).isFalse();
    assertThat(lab.networks().getFirst().encrypted()).isTrue();
    assertThat(lab.networks().getFirst().addressing().pools())
        .extracting(p -> p.subnet().orElseThrow())
        .containsExactly("10.20.0.0/22");
  }

  @Test
  void whatIsNoResourceOrPluginIsToldAtItsPlace() {
    assertThat(
            refusals(
                """
                nodes:
                  - {name: l1, role: manager, os: linux, engine: 28.5.2,
                     generic: [gpu], plugins: [rexray, {}]}
                """))
        .containsExactly(
            "lab.yaml:3:16 LAB-INVALID \"gpu\" is not of the form gpu=2, or gpu=NAME for a single"
                + " one",
            "lab.yaml:3:32 LAB-INVALID \"rexray\" is not of the form Volume/rexray",
            "lab.yaml:3:40 LAB-INVALID a mapping is not of the form Volume/rexray");
  }

  @Test
  void everyFaultIsToldWithItsPlace() {
    assertThat(
            refusals(
                """
                nodes:
                  - name: l1
                    role: boss
                    os: linux
                    engin: 28.5.2
                    build: "20348.1"
                  - name: w1
                    os: windows
                    engine: latest
                  - os: beos
                    name: b
                    engine: 20.10
                images:
                  - match: app
                    platforms: [linx/amd64]
                """))
        .containsExactly(
            "lab.yaml:2:5 LAB-INVALID \"engine\" is missing",
            "lab.yaml:3:11 LAB-INVALID \"boss\" is no role (manager, worker)",
            "lab.yaml:5:5 LAB-INVALID unknown key \"engin\" in a node; try: did you mean"
                + " \"engine\"?",
            "lab.yaml:6:12 LAB-INVALID \"build\" is a fact of Windows, not of Linux",
            "lab.yaml:7:5 LAB-INVALID a Windows node says its \"build\"; try: build:"
                + " \"20348.3091\"",
            "lab.yaml:9:13 LAB-INVALID \"latest\" is no engine version",
            "lab.yaml:10:9 LAB-INVALID \"beos\" is no operating system of a node (linux, windows)",
            "lab.yaml:15:17 LAB-INVALID \"linx/amd64\" is no platform; try: linux/amd64,"
                + " windows(10.0.20348.3091)/amd64");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: empty           | lab.yaml:1:1 LAB-INVALID a lab needs at least one node, below "nodes"
          nodes: []             | lab.yaml:1:1 LAB-INVALID a lab needs at least one node, below "nodes"
          - a                   | lab.yaml:1:1 LAB-INVALID a lab file is a mapping, not a list
          nodes: 3              | lab.yaml:1:8 LAB-INVALID "nodes" takes a list, not a whole number
          """)
  void aLabWithoutNodesIsNone(String text, String refusal) {
    assertThat(refusals(text)).contains(refusal);
  }

  @Test
  void aLabNeedsAManagerAndNamesThatDiffer() {
    assertThat(
            refusals(
                """
                nodes:
                  - {name: a, os: linux, engine: 28.5.2}
                  - {name: a, os: linux, engine: 28.5.2}
                """))
        .containsExactlyInAnyOrder(
            "lab.yaml:2:3 LAB-INVALID no node is a manager; try: give one node \"role: manager\"",
            "lab.yaml:2:3 LAB-INVALID two nodes are named \"a\"");
  }

  @Test
  void aBuildWithoutRevisionDoesNotSayEnough() {
    assertThat(
            refusals(
                """
                nodes:
                  - {name: m, role: manager, os: linux, engine: 28.5.2}
                  - {name: w, os: windows, build: "17763", engine: 27.5.1}
                """))
        .containsExactly(
            "lab.yaml:3:35 LAB-INVALID build 17763 lacks its revision; try: build:"
                + " \"17763.3091\"");
  }
}
