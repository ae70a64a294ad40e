package dev.catamaran.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {
  private static final Matrix MATRIX = Matrix.load();
  private static final List<String> ENGINES =
      List.of(
          "17.03.1-ee-3",
          "17.06.2",
          "17.10.0",
          "18.09.6",
          "19.03.5",
          "20.10.24",
          "27.0.1",
          "28.5.2");
  private static final List<String> WINDOWS =
      List.of(
          "14393.970",
          "14393.1066",
          "14393.1198",
          "14393.3504",
          "15063.2679",
          "16299.15",
          "17134.1",
          "17134.191",
          "17763.1",
          "17763.379",
          "17763.1217",
          "17763.1490",
          "17763.1554",
          "17763.6775",
          "18362.657",
          "18363.657",
          "19041.1",
          "19042.1",
          "19043.1",
          "19044.1",
          "19045.1",
          "20348.768",
          "20348.3091",
          "22000.1",
          "22621.1",
          "22631.1",
          "25398.1",
          "26100.2894",
          "26200.1",
          "28000.1");

  @Test
  void everyFeatureHasAVerdictForEveryWindowsWithEveryEngine() {
    var nodes = WINDOWS.stream().flatMap(v -> ENGINES.stream().map(e -> windows(v, e))).toList();
    assertThat(nodes)
        .allSatisfy(node ->
            assertThat(MATRIX.column(node))
                .hasSize(Feature.values().length)
                .allSatisfy((feature, verdict) ->
                    assertThat(verdict).isNotInstanceOf(Verdict.Unknown.class)));
  }

  @Test
  void everyFeatureHasAVerdictForLinuxWithEveryEngine() {
    var nodes =
        ENGINES.stream()
            .flatMap(e -> Stream.of(linux(e, Optional.of(true)), linux(e, Optional.of(false))))
            .toList();
    assertThat(nodes)
        .allSatisfy(node ->
            assertThat(MATRIX.column(node).values())
                .noneMatch(v -> v instanceof Verdict.Unknown)
                .allMatch(v -> !v.source().isEmpty()));
  }

  @Test
  void noTextKeepsAPlaceholderOrSaysThatAKnownFactIsUnknown() {
    for (var version : WINDOWS) {
      for (var verdict : MATRIX.column(windows(version, "17.03.1-ee-3")).values()) {
        assertThat(verdict.reason()).doesNotContain("{", "}", "unknown");
        if (verdict instanceof Verdict.No(var _, var wayOut, var _)) {
          assertThat(wayOut).isNotEmpty().doesNotContain("{", "}", "unknown");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "net.overlay, 14393.970, 17.03.1-ee-3, no",
    "net.overlay, 14393.1066, 17.03.1-ee-3, yes",
    "net.overlay, 14393.1198, 17.03.1-ee-3, yes",
    "net.overlay, 15063.1, 17.06.2, yes",
    "net.overlay, 17763.348, 18.09.6, no",
    "net.overlay, 17763.6775, 27.0.1, yes",
    "net.overlay, 20348.3091, 25.0.3, with",
    "net.overlay, 20348.3091, 28.5.2, yes",
    "net.overlay, 26100.2894, 28.5.2, yes",
    "net.overlay.encrypted, 14393.1198, 17.03.1-ee-3, no",
    "net.overlay.encrypted, 26100.2894, 28.5.2, no",
    "net.vip, 14393.1198, 17.03.1-ee-3, no",
    "net.vip, 14393.1198, 20.10.24, no",
    "net.vip, 16299.15, 17.06.2, no",
    "net.vip, 16299.15, 17.10.0, yes",
    "net.vip, 17763.1, 18.09.6, no",
    "net.vip, 17763.1217, 18.09.6, yes",
    "net.vip, 17763.6775, 27.0.1, yes",
    "net.vip, 20348.3091, 27.0.1, yes",
    "net.vip, 26100.2894, 28.5.2, yes",
    "net.ingress, 14393.1198, 20.10.24, no",
    "net.ingress, 17763.973, 19.03.5, yes",
    "net.ingress, 17763.1217, 19.03.5, no",
    "net.ingress, 17763.1489, 19.03.5, no",
    "net.ingress, 17763.1490, 19.03.5, with",
    "net.ingress, 17763.1553, 19.03.5, with",
    "net.ingress, 17763.1554, 19.03.5, yes",
    "net.ingress, 17763.6775, 27.0.1, yes",
    "net.ingress, 20348.3091, 27.0.1, yes",
    "net.ingress, 26100.2894, 28.5.2, yes",
    "net.publish.host.fixed, 14393.1198, 17.03.1-ee-3, yes",
    "net.publish.host.fixed, 17763.1217, 19.03.5, yes",
    "net.publish.host.fixed, 17763.1397, 19.03.5, with",
    "net.publish.host.fixed, 17763.6775, 20.10.24, yes",
    "net.publish.host.fixed, 20348.768, 20.10.24, with",
    "net.publish.host.fixed, 20348.3091, 27.0.1, yes",
    "net.publish.host.dynamic, 14393.1198, 17.03.1-ee-3, yes",
    "net.publish.host.dynamic, 16299.15, 18.09.5, no",
    "net.publish.host.dynamic, 17763.6775, 18.09.6, yes",
    "net.loopback.published, 14393.1198, 17.03.1-ee-3, no",
    "net.loopback.published, 16299.15, 17.10.0, no",
    "net.loopback.published, 17134.190, 18.09.6, no",
    "net.loopback.published, 17134.191, 18.09.6, yes",
    "net.loopback.published, 17763.1, 18.09.6, yes",
    "engine.supportsHost, 14393.1198, 20.10.24, yes",
    "engine.supportsHost, 14393.1198, 23.0.0, no",
    "engine.supportsHost, 17763.6775, 28.5.2, yes",
    "svc.secrets, 14393.1198, 17.03.1-ee-3, no",
    "svc.secrets, 14393.1198, 17.06.2-ee-5, yes",
    "svc.isolation, 17763.6775, 17.10.0, no",
    "svc.isolation, 17763.6775, 18.09.6, yes",
    "mount.npipe, 17763.6775, 17.06.2, no",
    "mount.npipe, 17763.6775, 19.03.5, yes",
    "sched.osVersionMatch, 26100.2894, 28.5.2, no",
  })
  void windowsNodesAreJudgedByBuildRevisionAndEngine(
      String feature, String version, String engine, String word) {
    assertThat(judge(feature, windows(version, engine)).word()).isEqualTo(word);
  }

  @Test
  void theFirstWindowsServer2016IsToldTheUpdateThatBringsOverlay() {
    assertThat(judge("net.overlay", windows("14393.970", "17.03.1-ee-3")))
        .isEqualTo(
            new Verdict.No(
                "Windows build 14393.970 cannot join overlay networks (Windows Server 2016 learned"
                    + " it with 14393.1066)",
                "install KB4015217 (14393.1066) or a later cumulative update on the node",
                "Microsoft, container-networking/network-drivers-topologies.md;"
                    + " docker/for-win#1793 (documented, 2026-08)"));
  }

  @Test
  void windowsServer2016NeverHadMeshNorVirtualIpsNorLoopback() {
    var node = windows("14393.1198", "17.03.1-ee-3");
    assertThat(judge("net.ingress", node).reason())
        .isEqualTo("Windows build 14393 has no routing mesh (Windows Server 2016 never got one)");
    assertThat(judge("net.vip", node).reason())
        .isEqualTo("Windows build 14393 has no virtual IPs (Windows Server 2016 never got them)");
    assertThat(judge("net.loopback.published", node).reason())
        .isEqualTo(
            "Windows build 14393 does not answer on its own localhost for a published port (17134"
                + " is the first that does)");
  }

  @Test
  void aBrokenMeshNamesTheUpdateThatBrokeItAndTheOneThatRepairsIt() {
    var verdict = judge("net.ingress", windows("17763.1217", "19.03.5"));
    assertThat(verdict.reason()).contains("17763.1217", "KB4551853", "KB4577069");
  }

  @Test
  void linuxWithIpvsDoesAllThatSwarmOffers() {
    var node = linux("28.5.2", Optional.of(true));
    assertThat(Feature.values())
        .filteredOn(f -> f.id().startsWith("net."))
        .allMatch(f -> MATRIX.judge(f, node) instanceof Verdict.Yes);
  }

  @Test
  void linuxWithoutIpvsHasNoMeshAndNoVirtualIps() {
    var node = linux("28.5.2", Optional.of(false));
    for (var feature : List.of("net.ingress", "net.vip")) {
      assertThat(judge(feature, node).word()).isEqualTo("no");
      assertThat(judge(feature, node).reason()).contains("kernel has no IPVS");
    }
    assertThat(judge("net.overlay", node).works()).isTrue();
  }

  @Test
  void nobodyAssumesThatALinuxKernelHasIpvs() {
    assertThat(judge("net.ingress", linux("28.5.2", Optional.empty())))
        .isEqualTo(
            new Verdict.Unknown(
                "the kernel's IPVS support of the node",
                "start `catamaran agent run` on the node, or label it by hand: docker node update"
                    + " --label-add dev.catamaran.kernel.ipvs=true NODE",
                "moby, libnetwork service_linux.go (seen in code, 2026-08)"));
  }

  @Test
  void anUnknownBuildIsAnAnswerOfItsOwnAndSaysHowToLearnIt() {
    var verdict = judge("net.overlay", windows("", "20.10.24"));
    assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
    assertThat(verdict.reason()).isEqualTo("the Windows build of the node is not known");
    assertThat(((Verdict.Unknown) verdict).howToLearn())
        .contains("catamaran agent run", "dev.catamaran.os.build=");
  }

  @Test
  void anUnknownRevisionMattersOnlyWhereTheAnswerHangsOnIt() {
    assertThat(judge("net.overlay", windows("17763", "20.10.24")).reason())
        .isEqualTo("the Windows revision (the number behind the build) of the node is not known");
    assertThat(judge("net.overlay", windows("20348", "20.10.24")).word()).isEqualTo("yes");
    assertThat(judge("net.vip", windows("14393", "20.10.24")).word()).isEqualTo("no");
  }

  @Test
  void whereAMissingFactDecidesOnlyAboutAWarningTheWarningIsGiven() {
    var verdict = judge("net.publish.host.fixed", windows("20348", "27.0.1"));
    assertThat(verdict.word()).isEqualTo("with");
    assertThat(verdict.reason()).contains("is not known; perhaps", "already allocated");
  }

  @Test
  void whatNoWindowsDoesIsRefusedWithoutKnowingTheBuild() {
    assertThat(judge("net.overlay.encrypted", windows("", "")).reason())
        .isEqualTo(
            "Windows does not take part in encrypted overlay networks (no Windows does; the engine"
                + " accepts the option and drops it)");
  }

  @Test
  void anUnknownEngineIsNotTakenForANewOne() {
    assertThat(judge("net.vip", windows("17763.6775", "")).reason())
        .isEqualTo("the engine version of the node is not known");
  }

  private static Verdict judge(String feature, NodeFacts node) {
    return MATRIX.judge(Feature.of(feature).orElseThrow(), node);
  }

  private static NodeFacts windows(String version, String engine) {
    return new NodeFacts(
        new Platform(Os.WINDOWS, "amd64", Optional.empty(), OsVersion.parse(version)),
        EngineVersion.parse(engine),
        Optional.empty(),
        Optional.empty());
  }

  private static NodeFacts linux(String engine, Optional<Boolean> ipvs) {
    return new NodeFacts(
        Platform.of(Os.LINUX, "amd64"), EngineVersion.parse(engine), ipvs, Optional.empty());
  }
}
