package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.eligible;
import static dev.catamaran.plan.Planning.findings;
import static dev.catamaran.plan.Planning.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Finding;
import dev.catamaran.spec.NetworkSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalNetworksTest {
  private static final String WS2022 = "windows(10.0.20348.2000)/amd64";

  /** As 56 of 174 Windows Compose files in public repositories have it. */
  private static final String NAT =
      """
      services:
        web:
          image: web
      networks:
        default:
          external:
            name: nat
      """;

  @Test
  void theNatNetworkOfWindowsIsRefusedWithTheWayOut() {
    var plan = Planning.stack("version: '3.7'\n" + NAT).image("web", WS2022).on(hybrid());
    assertThat(findings(plan))
        .containsExactly(
            "6 error NETWORK-SCOPE external network nat has driver nat and exists on one node only");
    assertThat(plan.findings().getFirst().ways())
        .contains(
            "remove external: true and the name nat: an overlay network is made, and its tasks on"
                + " Windows still reach the outside through nat");
  }

  @Test
  void theNatNetworkOfAWindowsManagerIsRefusedAsWell() {
    var plan =
        Planning.of(joining("{external: true, name: nat}"))
            .image("web", WS2022)
            .on(hybrid().network("nat", "nat", false, "172.20.0.0/20"));
    assertThat(findings(plan))
        .containsExactly(
            "6 error NETWORK-SCOPE external network nat has driver nat and exists on one node only");
  }

  @Test
  void theRefusalOfNatEndsWithItsWayOut() {
    var plan = Planning.of("services: {web: {image: web}}").image("web", WS2022).on(hybrid());
    assertThat(findings(plan)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "bridge"})
  void aNetworkThatEveryLinuxEngineHasIsJoined(String name) {
    var plan =
        Planning.of(joining("{external: true, name: " + name + "}"))
            .image("web", "linux/amd64")
            .on(hybrid());
    assertThat(findings(plan)).isEmpty();
    assertThat(service(plan, "web").spec().orElseThrow().networks())
        .extracting(a -> a.network())
        .containsExactly(name);
    assertThat(plan.networks()).isEmpty();
  }

  @Test
  void windowsTasksCannotJoinTheNetworkOfTheNode() {
    var plan =
        Planning.of(joining("{external: true, name: host}")).image("web", WS2022).on(hybrid());
    assertThat(findings(plan))
        .containsExactly(
            "6 error NETWORK-SCOPE no node can run service web: Windows build 20348 has no host"
                + " network: the task stays pending (\"missing plugin\")");
  }

  @Test
  void anImageForBothSystemsThenRunsOnLinux() {
    var plan =
        Planning.of(joining("{external: true, name: host}"))
            .image("web", "linux/amd64", WS2022)
            .on(hybrid());
    assertThat(eligible(plan)).containsExactly("l1");
  }

  @Test
  void ofTwoNetworksOfOneNameTheOneOfTheSwarmIsMeant() {
    var plan =
        Planning.of(joining("{external: true}"))
            .image("web", "linux/amd64")
            .on(
                hybrid()
                    .network("back", "bridge", false, Map.of())
                    .network("back", "overlay", true, Map.of()));
    assertThat(findings(plan)).isEmpty();
  }

  @Test
  void twoNetworksOfTheSwarmWithOneNameAreAmbiguous() {
    var plan =
        Planning.of(joining("{external: true}"))
            .image("web", "linux/amd64")
            .on(
                hybrid()
                    .network("back", "overlay", true, Map.of())
                    .network("back", "overlay", true, Map.of()));
    assertThat(findings(plan))
        .containsExactly("6 error NETWORK-AMBIGUOUS the cluster has 2 networks named back");
    assertThat(plan.findings())
        .flatExtracting(Finding::reasons)
        .isEqualTo(List.of("they are id-back (overlay), id-back (overlay)"));
  }

  @Test
  void anExternalNetworkMayBeNamedByItsId() {
    var plan =
        Planning.of(joining("{external: true, name: id-back}"))
            .image("web", "linux/amd64")
            .on(hybrid().network("back", "overlay", true, Map.of()));
    assertThat(findings(plan)).isEmpty();
    assertThat(service(plan, "web").spec().orElseThrow().networks())
        .extracting(a -> a.network())
        .containsExactly("back");
  }

  @Test
  void theNetworkOfTheRoutingMeshIsForNoService() {
    var plan =
        Planning.of(joining("{external: true, name: ingress}"))
            .image("web", "linux/amd64")
            .on(hybrid().network("ingress", "overlay", true, "10.255.0.0/16"));
    assertThat(findings(plan))
        .containsExactly(
            "6 error NETWORK-SCOPE network ingress is the routing mesh's own, and no service joins"
                + " it");
  }

  @Test
  void aDriverOfAPluginIsAskedOfTheNodes() {
    var planning = Planning.of(joining("{driver: weave}")).image("web", "linux/amd64");
    assertThat(findings(planning.on(hybrid())))
        .containsExactly(
            "4 error PLUGIN-MISSING no node can run service web: its engine has no network driver"
                + " weave");
    assertThat(findings(planning.on(hybrid().plugin("l1", "Network", "weave")))).isEmpty();
  }

  @Test
  void aDriverOfWindowsIsRefusedWithWhatToDo() {
    var plan = Planning.of(joining("{driver: nat}")).image("web", WS2022).on(hybrid());
    assertThat(findings(plan))
        .containsExactly(
            "6 error NETWORK-SCOPE network back has driver nat, which exists on one node only");
    assertThat(plan.findings().getFirst().ways().getFirst())
        .startsWith("driver: overlay, or leave the driver out: tasks on Windows");
  }

  private static String joining(String network) {
    return "services:\n  web:\n    image: web\n    networks: [back]\nnetworks:\n  back: " + network;
  }

  private static Clusters hybrid() {
    return new Clusters().linux("l1").windows("w22", "20348.2000", "28.5.2");
  }

  @Test
  void anExternalNetworkThatTheFileCallsAttachableAndIsNotIsTold() {
    var plan =
        Planning.stack(
                "version: '3.7'\n" + joining("{external: true, name: shared, attachable: true}"))
            .image("web", "linux/amd64")
            .on(hybrid().network("shared", "overlay", true, Map.of()));
    assertThat(findings(plan))
        .containsExactly(
            "7 warning NETWORK-OPTION network shared is not attachable as the file says: plain"
                + " containers cannot join it");
    assertThat(plan.findings().getFirst().ways())
        .contains("or remove attachable: true, if only services join it");
  }

  @Test
  void anExternalNetworkThatIsAttachableAsTheFileSaysIsNoFinding() {
    var live = new NetworkSpec("shared", "overlay", Map.of(), true, false, Map.of());
    var plan =
        Planning.stack(
                "version: '3.7'\n" + joining("{external: true, name: shared, attachable: true}"))
            .image("web", "linux/amd64")
            .on(hybrid().holding(live));
    assertThat(findings(plan)).isEmpty();
  }

  @Test
  void anEngineWhoseStackFilesCannotSayAttachableIsNamedWithTheWayOut() {
    var plan =
        Planning.of(joining("{attachable: true}"))
            .image("web", "linux/amd64")
            .on(hybrid().engine("l1", "17.03.2-ce"));
    assertThat(findings(plan))
        .containsExactly(
            "6 info KEY-TOO-NEW attachable needs version 3.2 of the format; engine 17.03.2-ce reads"
                + " 3.1");
    assertThat(plan.findings().getFirst().ways())
        .containsExactly(
            "where both must read the file: docker network create --driver overlay --attachable"
                + " NAME, and external: true");
  }
}
