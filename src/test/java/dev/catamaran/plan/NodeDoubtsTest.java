package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.findings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeDoubtsTest {
  private static final String WS2022 = "windows(10.0.20348.2000)/amd64";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "driver_opts: {com.docker.network.driver.mtu: '1400'} | the Windows driver does not heed the"
            + " driver option com.docker.network.driver.mtu",
        "ipam: {driver: other} | Windows build 20348 does not support the network option ipam driver"
            + " and options",
        "ipam: {config: [{subnet: 10.20.0.0/24, ip_range: 10.20.0.128/25}]} | Windows build 20348"
            + " does not support the network option ip_range",
      })
  void whatWindowsDoesNotHeedOfANetworkIsToldWithItsNodes(String option, String expected) {
    var planning = networked(option);
    var plan = planning.image("web", WS2022).on(hybrid("28.5.2"));
    assertThat(findings(plan)).containsExactly("7 warning NODE-QUIRK " + expected);
    assertThat(plan.findings().getFirst().reasons()).containsExactly("tasks may run on w22");
    assertThat(findings(networked(option).image("web", "linux/amd64").on(hybrid("28.5.2"))))
        .isEmpty();
  }

  @Test
  void anEngineThatIsKnownToMisbehaveIsPointedOut() {
    var plan = Planning.web("").image("web", WS2022).on(hybrid("25.0.3"));
    assertThat(findings(plan))
        .singleElement()
        .asString()
        .endsWith(
            "warning NODE-QUIRK tasks on Windows build 20348 with engine 25.0.3 were reported to"
                + " reach nothing outside the overlay network");
  }

  @Test
  void nameServersThatAnOlderEngineIgnoresArePointedOutAtTheirKey() {
    var plan = Planning.web("dns: [10.9.9.9]").image("web", WS2022).on(hybrid("28.5.2"));
    assertThat(findings(plan))
        .containsExactly(
            "4 warning NODE-QUIRK engine 28.5.2 ignores `dns` on overlay networks on Windows (29.0 is"
                + " the first that heeds it)");
    assertThat(findings(Planning.web("dns: [10.9.9.9]").image("web", WS2022).on(hybrid("29.0.0"))))
        .isEmpty();
  }

  private static Planning networked(String option) {
    return Planning.of(
        "services:\n  web:\n    image: web\n    networks: [back]\nnetworks:\n  back:\n    "
            + option);
  }

  private static Clusters hybrid(String engine) {
    return new Clusters().linux("l1").windows("w22", "20348.2000", engine);
  }

  @Test
  void largePacketsBetweenTheSystemsAreADoubt() {
    var mtu = "driver_opts: {com.docker.network.driver.mtu: '9000'}";
    var mixed =
        Planning.of(
                "services: {web: {image: web, networks: [back]}, api: {image: api, networks: [back]}}\n"
                    + "networks: {back: {"
                    + mtu
                    + "}}")
            .image("web", WS2022)
            .image("api", "linux/amd64")
            .on(hybrid("28.5.2"));
    assertThat(findings(mixed)).anyMatch(f -> f.contains("packets above the overlay's MTU"));
    var alone = networked(mtu).image("web", WS2022).on(hybrid("28.5.2"));
    assertThat(findings(alone)).noneMatch(f -> f.contains("packets above the overlay's MTU"));
  }

  @Test
  void aTransparentNetworkOnTheAskedEngineIsADoubt() {
    var windows = Planning.web("").image("web", WS2022);
    var cluster = hybrid("28.5.2").network("lan", "transparent", false, Map.of());
    assertThat(findings(windows.on(cluster)))
        .singleElement()
        .asString()
        .contains("warning NODE-QUIRK a transparent network");
  }

  @Test
  void aNetworkNamedBeforeIngressIsADoubtWhereTheMeshIsUsed() {
    var named = "services: {web: {image: web%s}}\nnetworks: {default: {name: back}}";
    var meshed = Planning.of(named.formatted(", ports: ['8080:80']")).image("web", WS2022);
    assertThat(findings(meshed.on(hybrid("28.5.2"))))
        .anyMatch(f -> f.startsWith("2 warning NODE-QUIRK an overlay network whose name sorts"));
    var quiet = Planning.of(named.formatted("")).image("web", WS2022);
    assertThat(findings(quiet.on(hybrid("28.5.2")))).isEmpty();
  }

  @Test
  void aVirtualIpThatTheFileAsksForOnWindowsIsADoubt() {
    var asked = Planning.web("deploy: {endpoint_mode: vip}").image("web", WS2022);
    assertThat(findings(asked.on(hybrid("28.5.2"))))
        .containsExactly(
            "4 warning NODE-QUIRK a virtual IP was reported to stop on one network under load"
                + " (open): restart the tasks, or use `endpoint_mode: dnsrr`");
  }
}
