package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a container's health is asked for. */
class HealthcheckTest {
  @Test
  void a_text_is_for_the_shell() {
    assertThat(
            Stack.web("healthcheck: {test: NONE, interval: 90s, timeout: 0s, retries: 0}")
                .service())
        .isEqualTo(
            """
            healthcheck:
              test:
              - CMD-SHELL
              - NONE
              timeout: 0s
              interval: 1m30s
              retries: 0
            """);
  }

  @Test
  void an_empty_one_stays() {
    assertThat(Stack.web("healthcheck: {}").service()).isEqualTo("healthcheck: {}\n");
  }

  @Test
  void durations_have_units_and_no_days() {
    assertThat(
            Stack.web("healthcheck:\n  interval: 1d\n  timeout: 5 s\n  start_period: 10")
                .findings())
        .containsExactly(
            "4:17 error \"1d\" is no duration",
            "5:16 error \"5 s\" is no duration",
            "6:21 error healthcheck.start_period must be a string, not a whole number, \"10\"");
  }

  /** Docker adds a later file's test to the earlier one. */
  @Test
  void merging_joins_the_tests() {
    assertThat(
            Stack.web(
                    "healthcheck: {test: [CMD, a], interval: 5s}",
                    "healthcheck: {test: b, interval: 0s, retries: 2}")
                .service())
        .isEqualTo(
            """
            healthcheck:
              test:
              - CMD
              - a
              - CMD-SHELL
              - b
              interval: 5s
              retries: 2
            """);
  }
}
