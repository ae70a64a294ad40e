package dev.catamaran.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.cluster.NodePorts;
import dev.catamaran.json.JsonText;
import dev.catamaran.model.Cidr;
import dev.catamaran.model.OsVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeReportTest {
  @TempDir Path root;

  @Test
  void aWindowsNodeIsLabelledWithBuildAndRevision() {
    var report =
        new NodeReport(
            OsVersion.parse("10.0.14393.1198"),
            Optional.empty(),
            Optional.of(true),
            List.of(),
            "0.1.0");

    assertThat(report.labels())
        .isEqualTo(
            Map.of(
                "dev.catamaran.os.build", "14393",
                "dev.catamaran.os.revision", "1198",
                "dev.catamaran.hyperv", "true",
                "dev.catamaran.agent", "0.1.0"));
  }

  @Test
  void whatIsNotKnownIsNotLabelled() {
    var report =
        new NodeReport(Optional.empty(), Optional.of(false), Optional.empty(), List.of(), "0.1.0");

    assertThat(report.labels())
        .isEqualTo(Map.of("dev.catamaran.kernel.ipvs", "false", "dev.catamaran.agent", "0.1.0"));
  }

  @Test
  void whatIsReportedIsReadTheSame() {
    var report =
        new NodeReport(
            OsVersion.parse("10.0.17763.1217"),
            Optional.of(true),
            Optional.empty(),
            List.of(Cidr.parse("10.1.0.0/16").orElseThrow()),
            "0.1.0");

    assertThat(NodeReport.read(report.json())).contains(report);
  }

  @Test
  void aNodeCannotNameALabel() {
    var read = NodeReport.read(JsonText.parse("{\"agent\":\"1\",\"zone\":\"pci\"}")).orElseThrow();

    assertThat(read.labels()).containsOnlyKeys("dev.catamaran.agent");
  }

  @Test
  void whatListensIsReportedToo() {
    var report =
        new NodeReport(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), "0.1.0")
            .withPorts(
                NodePorts.read(
                    Map.of("dev.catamaran.ports.tcp", "80", "dev.catamaran.ports.udp", "53")));

    assertThat(report.labels())
        .isEqualTo(
            Map.of(
                "dev.catamaran.ports.tcp", "80",
                "dev.catamaran.ports.udp", "53",
                "dev.catamaran.agent", "0.1.0"));
    assertThat(NodeReport.read(report.json())).contains(report);
  }

  @Test
  void aReportNamesNoLabelsButItsOwnAmongPorts() {
    var json = "{\"agent\":\"1\",\"ports\":{\"zone\":\"pci\",\"dev.catamaran.ports.tcp\":\"x\"}}";

    assertThat(NodeReport.read(JsonText.parse(json)).orElseThrow().labels())
        .containsOnlyKeys("dev.catamaran.agent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"agent\":\"a b\"}",
        "{\"agent\":\"1\",\"windows\":\"ten\"}",
        "{\"agent\":\"1\",\"ipvs\":\"yes\"}",
        "{\"agent\":\"1\",\"hyperV\":1}",
        "{\"agent\":\"1\",\"subnets\":[\"all\"]}"
      })
  void anythingElseIsNoReport(String text) {
    assertThat(NodeReport.read(JsonText.parse(text))).isEmpty();
  }

  private void file(String path, String text) throws Exception {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Optional<Boolean> ipvs() {
    return new KernelFacts(root).ipvs();
  }

  @Test
  void aLoadedIpvsIsThere() throws Exception {
    file("proc/net/ip_vs", "IP Virtual Server version 1.2.1");

    assertThat(ipvs()).contains(true);
  }

  @Test
  void anIpvsModuleTheEngineCanLoadIsThere() throws Exception {
    file("proc/net/dev", "");
    file("proc/sys/kernel/osrelease", "6.1.0\n");
    file("lib/modules/6.1.0/modules.dep", "kernel/net/netfilter/ipvs/ip_vs.ko.xz: kernel/x.ko\n");

    assertThat(ipvs()).contains(true);
  }

  @Test
  void aSchedulerOfIpvsAloneIsNoIpvs() throws Exception {
    file("proc/net/dev", "");
    file("proc/sys/kernel/osrelease", "6.1.0\n");
    file("lib/modules/6.1.0/modules.dep", "kernel/net/ipvs/ip_vs_rr.ko: kernel/ip_vs.ko\n");

    assertThat(ipvs()).contains(false);
  }

  @Test
  void aKernelWithoutModulesHasNone() throws Exception {
    file("proc/net/dev", "");

    assertThat(ipvs()).contains(false);
  }

  @Test
  void whereThereIsNoKernelToAskNothingIsSaid() {
    assertThat(ipvs()).isEmpty();
  }

  @Test
  void subnetsAreOneLabel() {
    var subnets = Stream.of("10.1.0.0/16", "192.168.7.0/24").flatMap(s -> Cidr.parse(s).stream());
    var report =
        new NodeReport(
            Optional.empty(), Optional.empty(), Optional.empty(), subnets.toList(), "0.1.0");

    assertThat(report.labels())
        .containsEntry("dev.catamaran.net.subnets", "10.1.0.0/16,192.168.7.0/24");
  }

  @Test
  void moreSubnetsThanALabelHoldsAreNoReport() {
    var many = "\"10.0.0.0/24\",".repeat(NodeNetworks.MOST) + "\"10.1.0.0/24\"";

    assertThat(NodeReport.read(JsonText.parse("{\"agent\":\"1\",\"subnets\":[" + many + "]}")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"docker0", "docker_gwbridge", "br-1f2e3d4c5b6a", "veth12ab", "vx-001001-abc"})
  void networksThatDockerMadeAreNotTheNodesOwn(String name) {
    assertThat(NodeNetworks.ofDocker(name)).isTrue();
    assertThat(NodeNetworks.ofDocker("eth0")).isFalse();
  }
}
