package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.findings;
import static org.assertj.core.api.Assertions.assertThat;

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
}
