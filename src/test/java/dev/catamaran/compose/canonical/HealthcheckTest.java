package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthcheckTest {
  private static String healthcheck(String lines) {
    return Prints.web("healthcheck: {" + lines + "}").at("services.web.healthcheck");
  }

  @Test
  void aTextIsRunByAShell() {
    assertThat(healthcheck("test: curl -f x")).isEqualTo("test:\n- CMD-SHELL\n- curl -f x");
  }

  @Test
  void durationsAreWrittenOut() {
    assertThat(healthcheck("timeout: 90s, interval: 1d, start_period: 0s, retries: \"3\""))
        .isEqualTo("timeout: 1m30s\ninterval: 24h0m0s\nretries: 3\nstart_period: 0s");
  }

  @Test
  void wrongValuesAtTheirPlaces() {
    assertThat(Prints.web("healthcheck:\n  test: [curl]\n  interval: 5 s\n  retries: -1").errors())
        .containsExactly(
            "5:14 a healthcheck's test begins with CMD, CMD-SHELL or NONE, not with \"curl\"",
            "6:17 \"5 s\" is no duration",
            "7:16 \"-1\" is no number from 0 on");
  }
}
