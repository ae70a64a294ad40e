package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.spec.Labels;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SubnetsTest {
  private static final String WS2022 = "windows(10.0.20348.2000)/amd64";

  @Test
  void aSubnetOfAnotherNetworkOfTheSwarmIsTaken() {
    var plan =
        plan("{subnet: 10.9.8.0/24}", cluster().network("blog", "overlay", true, "10.9.0.0/16"));
    assertThat(findings(plan))
        .containsExactly("9 error NETWORK-SUBNET the subnet 10.9.8.0/24 of network back is taken");
    assertThat(plan.findings().getFirst().reasons())
        .containsExactly("network blog has 10.9.0.0/16");
  }

  @Test
  void theRoutingMeshHasASubnetToo() {
    var plan =
        plan("{subnet: 10.0.0.0/16}", cluster().network("ingress", "overlay", true, "10.0.0.0/24"));
    assertThat(plan.findings().getFirst().reasons())
        .containsExactly("the routing mesh's network ingress has 10.0.0.0/24");
  }

  @Test
  void twoNetworksOfTheFileWantOneSubnet() {
    var plan =
        Planning.of(
                """
                services: {web: {image: web, networks: [front, back]}}
                networks:
                  front: {ipam: {config: [{subnet: 10.20.0.0/24}]}}
                  back: {ipam: {config: [{subnet: 10.20.0.128/25}]}}
                """)
            .image("web", "linux/amd64")
            .on(cluster());
    assertThat(findings(plan))
        .containsExactly(
            "4 error NETWORK-SUBNET the subnet 10.20.0.128/25 of network back is taken");
    assertThat(plan.findings().getFirst().reasons())
        .containsExactly("network front of the file has 10.20.0.0/24");
  }

  @Test
  void aSubnetThatHidesNodesIsPointedOutWithEachOfThem() {
    var plan =
        plan(
            "{subnet: 10.0.0.0/24}", cluster().network("bridge", "bridge", false, "10.0.0.128/25"));
    assertThat(findings(plan))
        .containsExactly(
            "9 warning NETWORK-SUBNET the subnet 10.0.0.0/24 of network back hides addresses of"
                + " nodes");
    assertThat(plan.findings().getFirst().reasons())
        .containsExactly(
            "node l1 has the address 10.0.0.1",
            "node w22 has the address 10.0.0.2",
            "the asked engine routes 10.0.0.128/25 to its network bridge");
  }

  @Test
  void theNetworkThatIsThereAlreadyIsNoRivalOfItself() {
    var live = Planning.of(file("{subnet: 10.9.8.0/24}")).image("web", "linux/amd64").on(cluster());
    var again = plan("{subnet: 10.9.8.0/24}", cluster().holding(live.networks().getFirst()));
    assertThat(findings(again)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{subnet: 10.9.8.0/99}                        | \"10.9.8.0/99\" is no subnet",
        "{subnet: 10.9.8.0/24, gateway: 10.9.7.1}     | 10.9.7.1 is no part of the subnet 10.9.8.0/24",
        "{subnet: 10.9.8.0/24, ip_range: 10.9.0.0/16} | 10.9.0.0/16 is no part of the subnet 10.9.8.0/24",
      })
  void whatIsNoSubnetIsRefused(String pool, String message) {
    assertThat(findings(plan(pool, cluster())))
        .containsExactly("9 error NETWORK-SUBNET " + message);
  }

  static Stream<Arguments> taken() {
    return Stream.of(
        Arguments.of(cluster().network("blog", "overlay", true, "10.9.0.0/16"), "10.9.8.0/24"),
        Arguments.of(cluster().network("blog", "overlay", true, "10.128.0.0/16"), "10.128.3.0/26"),
        Arguments.of(cluster(), "10.0.0.0/24"));
  }

  @ParameterizedTest
  @MethodSource("taken")
  void theSubnetProposedInsteadIsFree(Clusters cluster, String wanted) {
    var refused = plan("{subnet: " + wanted + "}", cluster);
    var way = refused.findings().getFirst().ways().getFirst();
    assertThat(findings(plan("{" + way + "}", cluster))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "enable_ipv6: true | NETWORK-OPTION no node can run service web: Windows build 20348 carries"
            + " no IPv6 on overlay and nat networks (\"windowsshim driver doesn't support v6"
            + " subnets\")",
        "internal: true | NETWORK-OPTION no node can run service web: Windows build 20348 does not"
            + " support the network option internal",
        "driver_opts: {com.docker.network.driver.overlay.vxlanid_list: '512'} | NETWORK-OPTION no"
            + " node can run service web: Windows build 20348 takes no overlay network with a"
            + " number (VNI) below 4096",
      })
  void anOptionThatWindowsCannotHeedIsRefusedForWindowsAndFineForLinux(
      String option, String message) {
    var file =
        "services:\n  web:\n    image: web\n    networks: [back]\nnetworks:\n  back:\n    "
            + option;
    assertThat(findings(Planning.of(file).image("web", WS2022).on(cluster())))
        .singleElement()
        .asString()
        .isEqualTo("7 error " + message);
    assertThat(findings(Planning.of(file).image("web", "linux/amd64").on(cluster()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'x'        | \"x\" is no number of an overlay network",
        "'16777216' | \"16777216\" is no number of an overlay network",
      })
  void whatIsNoNumberOfANetworkIsRefused(String number, String message) {
    var plan =
        Planning.of(
                "services: {web: {image: web, networks: [back]}}\nnetworks: {back: {driver_opts:"
                    + " {com.docker.network.driver.overlay.vxlanid_list: "
                    + number
                    + "}}}")
            .image("web", "linux/amd64")
            .on(cluster());
    assertThat(findings(plan)).containsExactly("2 error NETWORK-OPTION " + message);
  }

  @Test
  void twoNetworksOfOneNumberAreRefused() {
    var plan =
        Planning.of(
                """
                services: {web: {image: web, networks: [front, back]}}
                networks:
                  front: {driver_opts: {com.docker.network.driver.overlay.vxlanid_list: '5001'}}
                  back: {driver_opts: {com.docker.network.driver.overlay.vxlanid_list: '5001'}}
                """)
            .image("web", "linux/amd64")
            .on(cluster());
    assertThat(findings(plan))
        .containsExactly(
            "4 error NETWORK-OPTION networks front and back want the same number 5001");
  }

  private static Plan plan(String pool, Clusters cluster) {
    return Planning.of(file(pool)).image("web", "linux/amd64").on(cluster);
  }

  private static String file(String pool) {
    return "services:\n  web:\n    image: web\n    networks: [back]\n"
        + "networks:\n  back:\n    ipam:\n      config:\n        - "
        + pool;
  }

  private static Clusters cluster() {
    return new Clusters().linux("l1").windows("w22", "20348.2000", "28.5.2");
  }

  @Test
  void aSubnetThatANodeIsInByItsAgentsWordIsPointedOut() {
    var plan =
        plan(
            "{subnet: 10.20.0.0/24}",
            cluster().labelled("l1", Labels.SUBNETS, "192.168.7.0/24,10.20.0.0/16"));
    assertThat(findings(plan))
        .containsExactly(
            "9 warning NETWORK-SUBNET the subnet 10.20.0.0/24 of network back hides addresses of"
                + " nodes");
    assertThat(plan.findings().getFirst().reasons())
        .containsExactly("node l1 is in the subnet 10.20.0.0/16");
  }

  private static final String UNWRITTEN =
      """
      services: {web: {image: web, networks: [front, back]}}
      networks:
        front: {}
        back: {}
      """;

  @Test
  void addressPoolsThatAreUsedUpRefuseTheNetworksThatWriteNoSubnet() {
    var plan =
        Planning.of(UNWRITTEN)
            .image("web", "linux/amd64")
            .on(
                cluster()
                    .pools(24, "10.50.0.0/23")
                    .network("ingress", "overlay", true, "10.50.0.0/24"));
    assertThat(findings(plan))
        .containsExactly(
            "4 error NETWORK-FULL the swarm has addresses for 1 more, and the file wants 2 without a"
                + " subnet");
    assertThat(plan.findings().getFirst().reasons())
        .containsExactly(
            "its address pools are 10.50.0.0/23 in subnets of /24, chosen when the swarm was made");
  }

  @Test
  void whatWritesItsSubnetNeedsNoAddressPool() {
    var plan =
        plan(
            "{subnet: 10.20.0.0/24}",
            cluster()
                .pools(24, "10.50.0.0/24")
                .network("ingress", "overlay", true, "10.50.0.0/24"));
    assertThat(findings(plan)).isEmpty();
  }

  @Test
  void aSubnetThatTheSwarmMayChooseAndNodesAreInIsPointedOut() {
    var plan =
        Planning.of(UNWRITTEN)
            .image("web", "linux/amd64")
            .on(
                cluster()
                    .pools(24, "10.50.0.0/16")
                    .network("ingress", "overlay", true, "10.50.0.0/24")
                    .labelled("l1", Labels.SUBNETS, "10.50.2.0/24"));
    assertThat(findings(plan))
        .containsExactly(
            "4 warning NETWORK-SUBNET network back may get the subnet 10.50.2.0/24, which hides"
                + " addresses of nodes");
    assertThat(plan.findings().getFirst().ways())
        .containsExactly("ipam: {config: [{subnet: 10.128.0.0/24}]} of the network");
  }
}
