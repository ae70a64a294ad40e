package dev.catamaran.orchestrator.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.docker.Endpoint;
import dev.catamaran.docker.EngineAddress;
import dev.catamaran.finding.Outcome;
import dev.catamaran.lab.Lab;
import dev.catamaran.lab.LabFile;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.spec.Content;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileSpec;
import dev.catamaran.spec.NetworkSpec;
import dev.catamaran.spec.Resources;
import dev.catamaran.spec.ServiceSpec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engines from 17.03 to today's, played by labs: what they are sent, and what is said of it. */
class ApiVersionsTest {
  private static Lab lab(String engine) {
    var text = "nodes:\n  - {name: n1, role: manager, os: linux, engine: \"" + engine + "\"}\n";
    var file = LabFile.read("lab.yaml", text.getBytes(StandardCharsets.UTF_8));
    return Lab.start(((Outcome.Accepted<LabFile>) file).value(), 0);
  }

  private static Endpoint endpoint(Lab lab) {
    return Endpoint.of(EngineAddress.parse(lab.endpoint()));
  }

  private static Map<String, String> sinceOf(ApiVersion spoken, ServiceSpec spec) {
    var since = new TreeMap<String, String>();
    Unspoken.of(spoken, spec).forEach(u -> since.put(u.word(), u.since().toString()));
    return since;
  }

  @ParameterizedTest
  @CsvSource({
    "17.03.1-ee-3, 1.27",
    "17.06.2,      1.30",
    "18.09.1,      1.39",
    "19.03.5,      1.40",
    "20.10.24,     1.41",
    "25.0.3,       1.44",
    "28.2.2,       1.50",
    "29.0.0,       1.52"
  })
  void aServiceIsKeptAsItIsSaidToBeKept(String engine, String version) {
    var spec = Everything.service("shop_all", "web:1");
    try (var lab = lab(engine);
        var swarm = new Swarm(endpoint(lab))) {
      swarm.createNetwork(new NetworkSpec("shop_back", "overlay", Map.of(), true, false, Map.of()));
      swarm.createFile(file(FileKind.SECRET));
      boolean configs = swarm.unspoken(file(FileKind.CONFIG)).isEmpty();
      if (configs) {
        swarm.createFile(file(FileKind.CONFIG));
      }
      assertThat(configs).isEqualTo(ApiVersion.parse(version).orElseThrow().atLeast(1, 30));
      swarm.createService(spec);
      var live = swarm.observe().service("shop_all").orElseThrow();
      assertThat(live.spec()).isEqualTo(swarm.kept(spec));
      assertThat(swarm.unspoken(spec)).allMatch(u -> u.spoken().toString().equals(version));
    }
  }

  private static FileSpec file(FileKind kind) {
    var name = kind == FileKind.CONFIG ? "c" : "s";
    return new FileSpec(kind, name, Map.of(), new Content(new byte[] {1}));
  }

  @Test
  void whatAnOldApiHasNoWordForIsSaidWithTheVersionThatBroughtIt() {
    var spec = Everything.service("shop_all", "web:1");
    assertThat(sinceOf(new ApiVersion(1, 27), spec))
        .containsEntry("ContainerSpec.Configs", "1.30")
        .containsEntry("ContainerSpec.Sysctls", "1.40")
        .containsEntry("ContainerSpec.Init", "1.37")
        .containsEntry("Placement.Preferences", "1.28")
        .containsEntry("Placement.MaxReplicas", "1.40")
        .containsEntry("Networks.DriverOpts", "1.32")
        .containsEntry("ContainerSpec.Mounts.VolumeOptions.Subpath", "1.45")
        .doesNotContainKey("Placement.Platforms")
        .doesNotContainKey("Networks");
    assertThat(sinceOf(new ApiVersion(1, 45), spec))
        .containsExactly(Map.entry("ContainerSpec.OomScoreAdj", "1.46"));
    assertThat(Unspoken.of(Engine.NEWEST, spec)).isEmpty();
  }

  @Test
  void aJobAndAConfigAreNothingWithoutTheirWord() {
    var job =
        Everything.with(
            Specs.poor("shop_job", "web:1"), new Mode.ReplicatedJob(1, 1), Resources.NONE);
    assertThat(Unspoken.of(new ApiVersion(1, 40), job))
        .containsExactly(new Unspoken("Mode", new ApiVersion(1, 41), new ApiVersion(1, 40), true));
    assertThat(Unspoken.of(new ApiVersion(1, 29), file(FileKind.CONFIG)))
        .allMatch(Unspoken::needed)
        .hasSize(1);
    assertThat(Unspoken.of(new ApiVersion(1, 29), file(FileKind.SECRET))).isEmpty();
  }

  @Test
  void aPinnedVersionIsSpokenEvenWhereBothKnowANewerOne() {
    try (var lab = lab("28.2.2")) {
      var pinned =
          new Endpoint(
              endpoint(lab).address(),
              Optional.empty(),
              ApiVersion.parse("1.30"),
              Optional.empty());
      try (var swarm = new Swarm(pinned)) {
        assertThat(swarm.unspoken(Everything.service("a", "b:1")))
            .isNotEmpty()
            .allMatch(u -> u.spoken().equals(new ApiVersion(1, 30)));
      }
    }
  }
}
