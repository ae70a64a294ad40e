package dev.catamaran.capability;

import static dev.catamaran.capability.SomeNodes.linux;
import static dev.catamaran.capability.SomeNodes.windows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {
  private static final Matrix MATRIX = Matrix.load();

  @Test
  void noTextKeepsAPlaceholderOrSaysThatAKnownFactIsUnknown() {
    for (var kind : NodeKind.products()) {
      assertThat(MATRIX.column(kind.facts()))
          .allSatisfy((feature, verdict) -> {
            assertThat(verdict.reason()).as(feature.id()).doesNotContain("{", "}", "(unknown");
            if (verdict instanceof Verdict.No(var _, var wayOut, var _)) {
              assertThat(wayOut).as(feature.id()).isNotEmpty().doesNotContain("{", "(unknown");
            }
          });
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
    "engine.lcow, 14393.1198, 17.10.0, no",
    "engine.lcow, 16299.15, 17.06.2, no",
    "engine.lcow, 16299.15, 17.09.0, with",
    "engine.lcow, 17134.1, 18.09.6, with",
    "engine.lcow, 17134.1, 19.03.5, no",
    "engine.lcow, 17763.6775, 20.10.24, with",
    "engine.lcow, 17763.6775, 23.0.0, no",
    "swarm.worker, 14393.1198, 1.12.2-cs2-ws-beta, no",
    "swarm.worker, 14393.1198, 1.13.0, yes",
    "swarm.worker, 22631.1, 28.5.2, with",
    "swarm.lcow, 17763.6775, 20.10.24, no",
    "image.picksByOsVersion, 14393.1198, 17.06.2-ee-4, no",
    "image.picksByOsVersion, 14393.1198, 17.06.2-ee-5, yes",
    "image.picksByOsVersion, 14393.1198, 17.09.0-ce, no",
    "image.picksByOsVersion, 14393.1198, 17.09.1-ce, yes",
    "image.refusesNewer, 14393.1198, 18.03.1-ee-3, no",
    "image.refusesNewer, 14393.1198, 18.06.0-ce, yes",
    "image.pushForeignLayers, 17763.6775, 17.03.1-ee-3, no",
    "image.pushForeignLayers, 17763.6775, 27.0.1, with",
    "image.pushForeignLayers, 17763.6775, 28.0.0, no",
    "net.vip, 16299.15, 17.10.0-ee-preview-3, yes",
    "net.publish.host.fixed, 17763.1, 18.09.6, with",
    "net.ping, 14393.1198, 20.10.24, yes",
    "net.ping, 17763.6775, 20.10.24, no",
    "net.ipv6, 26100.1, 29.0.0, no",
    "net.ipv6.l2bridge, 17763.6775, 29.0.0, no",
    "net.ipv6.l2bridge, 20348.1, 29.0.0, yes",
    "net.dns.proxy, 17763.6775, 26.0.2, no",
    "net.dns.proxy, 17763.6775, 26.1.4, with",
    "net.dns.proxy, 17763.6775, 27.0.1, yes",
    "net.dns.servers, 17763.6775, 28.5.2, no",
    "net.dns.servers, 17763.6775, 29.0.0, yes",
    "net.dns.search, 14393.1198, 17.03.1-ee-3, no",
    "net.dataPathPort, 20348.1, 28.5.2, unknown",
    "iso.process, 15063.1, 20.10.24, no",
    "iso.process, 19045.1, 18.09.0, no",
    "iso.process, 19045.1, 18.09.1, with",
    "iso.process.olderImages, 20348.1, 28.5.2, no",
    "iso.process.olderImages, 25398.1, 28.5.2, with",
    "iso.process.olderImages, 26200.1, 29.0.0, with",
    "iso.process.revisions, 14393.1, 20.10.24, with",
    "iso.process.revisions, 20348.1, 20.10.24, yes",
    "iso.hyperv.cpuLimit, 14393.1, 18.09.6, no",
    "svc.privileged, 17763.1, 28.0.0, no",
    "svc.runtime, 17763.1, 28.5.2, no",
    "svc.runtime, 17763.1, 29.0.0, with",
    "compose.format.3.1, 14393.1198, 17.03.2-ee-5, yes",
    "compose.format.3.2, 14393.1198, 17.03.2-ee-5, no",
    "compose.format.3.2, 14393.1198, 17.04.0-ce, yes",
    "compose.format.3.8, 17763.1, 19.03.0, yes",
    "compose.format.3.9, 17763.1, 19.03.15, no",
    "compose.format.3.13, 17763.1, 27.0.0-rc.1, no",
    "compose.format.3.13, 17763.1, 27.0.1, yes",
    "mount.npipe.stackFile, 17763.1, 18.09.9, no",
    "mount.smb, 14393.1198, 20.10.24, no",
    "mount.smb, 16299.1, 20.10.24, with",
    "svc.files.readable, 20348.1, 28.5.2, no",
    "svc.secrets.memory, 20348.1, 28.5.2, no",
    "svc.logging.gelf, 17763.1, 18.03.1-ee-3, no",
    "svc.logging.gelf, 17763.1, 18.09.0, yes",
    "svc.logging.gcplogs, 17763.1, 19.03.15, no",
    "svc.logging.gcplogs, 17763.1, 20.10.0, yes",
    "svc.logging.logentries, 17763.1, 23.0.15, yes",
    "svc.logging.logentries, 17763.1, 24.0.0, no",
    "svc.logging.journald, 26100.1, 29.0.0, no",
    "svc.logging.etwlogs, 26100.1, 29.0.0, yes",
    "svc.healthcheck.shell, 17763.1, 28.5.2, with",
    "svc.healthcheck.startInterval, 17763.1, 24.0.9, no",
    "sched.platformAliases, 17763.1, 17.10.0, no",
    "sched.platformAliases, 17763.1, 17.11.0, yes",
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
    for (var feature :
        List.of(
            Feature.NET_OVERLAY,
            Feature.NET_OVERLAY_ENCRYPTED,
            Feature.NET_VIP,
            Feature.NET_INGRESS,
            Feature.NET_PUBLISH_HOST_FIXED,
            Feature.NET_PUBLISH_HOST_DYNAMIC,
            Feature.NET_LOOPBACK)) {
      assertThat(MATRIX.judge(feature, node)).isInstanceOf(Verdict.Yes.class);
    }
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

  @ParameterizedTest
  @CsvSource({
    "k8s.node, 14393.1198, 1.9, with",
    "k8s.node, 14393.1198, 1.14, no",
    "k8s.node, 17763.6775, v1.14.0, yes",
    "k8s.node, 20348.1, 1.14.3, no",
    "k8s.node, 20348.1, 1.20, unknown",
    "k8s.node, 20348.1, 1.36, yes",
    "k8s.node, 17763.6775, 1.26, yes",
    "k8s.node, 17763.6775, 1.30, with",
    "k8s.node, 17763.6775, 1.36, no",
    "k8s.node, 26100.1, 1.36.2+rke2r1, yes",
    "k8s.node, 19045.1, 1.30, no",
    "k8s.osName, 20348.1, 1.22, no",
    "k8s.osName, 20348.1, 1.24, with",
    "k8s.hostProcess, 20348.1, 1.21, no",
    "k8s.hostProcess, 20348.1, 1.26, with",
    "k8s.dsr, 20348.1, 1.33, with",
    "k8s.dsr, 20348.1, 1.34, yes",
    "k8s.nodePort.local, 17763.1431, 1.26, no",
    "k8s.nodePort.local, 17763.1432, 1.26, with",
    "k8s.sessionAffinity, 17763.1432, 1.26, no",
    "k8s.sessionAffinity, 20348.1, 1.26, yes",
    "k8s.privileged, 20348.1, 1.36, no",
    "k8s.privileged, 20348.1, '', no",
    "k8s.dsr, 20348.1, '', unknown",
    "k8s.rke2, 17763.2061, 1.26, yes",
    "k8s.rke2, 19042.1, 1.26, no",
  })
  void nodesOfKubernetesAreJudgedByItsVersionToo(
      String feature, String version, String kubernetes, String word) {
    assertThat(judge(feature, windows(version, "", kubernetes)).word()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "svc.capabilities, 19.03.15, no",
    "svc.capabilities, 20.10.24+dfsg1, yes",
    "svc.sysctls, 18.09.9, no",
    "svc.sysctls, 19.03.0, yes",
    "svc.init, 18.03.1-ce, no",
    "svc.limits.pids, 20.10.0, yes",
    "svc.isolation, 29.0.0, no",
    "svc.logging.journald, 29.0.0, yes",
    "sched.maxReplicas, 18.09.9, no",
  })
  void linuxNodesAreJudgedByTheirEngine(String feature, String engine, String word) {
    assertThat(judge(feature, linux(engine, Optional.of(true))).word()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"true, yes", "false, no", ", unknown"})
  void hyperVIsolationHangsOnTheRole(Boolean role, String word) {
    var node =
        new NodeFacts(
            windows("20348.1", "").platform(),
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(role));
    assertThat(judge("iso.hyperv", node).word()).isEqualTo(word);
  }

  private static Verdict judge(String feature, NodeFacts node) {
    return MATRIX.judge(new Feature(feature), node);
  }
}
