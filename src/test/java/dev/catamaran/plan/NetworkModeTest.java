package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkModeTest {
  private static final String WS2022 = "windows(10.0.20348.2000)/amd64";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none        | error | none: a Swarm service cannot be cut off from every network",
        "container:x | error | container:x: a Swarm service does not share the network of another",
        "host        | warning | host is left out: its tasks get addresses of their own",
        "bridge      | info | bridge is left out: tasks of a Swarm service reach the outside without it",
        "nat         | info | nat is left out: tasks of a Swarm service reach the outside without it",
        "transparent | warning | transparent is left out: a Swarm service is on the networks that"
            + " networks: names",
        "l2bridge    | warning | l2bridge is left out: a Swarm service is on the networks that"
            + " networks: names",
      })
  void whatBecomesOfEachModeIsSaid(String mode, String severity, String message) {
    var plan = Planning.web("network_mode: " + mode).image("web", WS2022).on(hybrid());
    assertThat(findings(plan))
        .containsExactly("4 " + severity + " NETWORK-MODE network_mode " + message);
  }

  @Test
  void theNetworkOfAnotherServiceIsNotShared() {
    var plan =
        Planning.of(
                """
                services:
                  web: {image: web}
                  side: {image: web, network_mode: 'service:web'}
                """)
            .image("web", "linux/amd64")
            .on(hybrid());
    assertThat(findings(plan))
        .contains(
            "3 error NETWORK-MODE network_mode service:web: a Swarm service does not share the network"
                + " of another");
  }

  @Test
  void onWindowsTheMatrixSaysWhyThereIsNoHostNetwork() {
    var plan = Planning.web("network_mode: host").image("web", WS2022).on(hybrid());
    assertThat(plan.findings())
        .flatExtracting(Finding::reasons)
        .containsExactly(
            "Windows build 20348 has no host network: the task stays pending (\"missing plugin\")");
  }

  private static Clusters hybrid() {
    return new Clusters().linux("l1").windows("w22", "20348.2000", "28.5.2");
  }
}
