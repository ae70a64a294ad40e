package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthcheckTest {
  private static String read(String lines) {
    return Loads.web(lines).service().container().healthcheck().toString();
  }

  @Test
  void aTextIsForTheShell() {
    assertThat(read("healthcheck: {test: curl -f localhost}"))
        .isEqualTo(
            "Optional[Healthcheck[test=[CMD-SHELL, curl -f localhost], interval=Optional.empty,"
                + " timeout=Optional.empty, retries=OptionalInt.empty,"
                + " startPeriod=Optional.empty, startInterval=Optional.empty]]");
  }

  @Test
  void aListSaysItself() {
    assertThat(
            read(
                "healthcheck: {test: [CMD, check], interval: 1m, timeout: 3s, retries: 5,"
                    + " start_period: 30s}"))
        .isEqualTo(
            "Optional[Healthcheck[test=[CMD, check], interval=Optional[PT1M],"
                + " timeout=Optional[PT3S], retries=OptionalInt[5],"
                + " startPeriod=Optional[PT30S], startInterval=Optional.empty]]");
  }

  @Test
  void disabledIsNone() {
    assertThat(read("healthcheck: {disable: true}")).contains("test=[NONE]");
    assertThat(read("healthcheck: {test: [NONE]}")).contains("test=[NONE]");
  }

  @Test
  void withoutATestOnlyTheTimesChange() {
    assertThat(read("healthcheck: {interval: 1m}")).contains("test=[]");
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThat(Loads.web("healthcheck:\n  test: [curl]\n  interval: 10\n  retries: x\n").findings())
        .containsExactly(
            "5:14 error VALUE-INVALID a healthcheck's test begins with CMD, CMD-SHELL or NONE, not with"
                + " \"curl\"",
            "6:17 error VALUE-INVALID healthcheck.interval must be a string, not a whole number, \"10\"",
            "7:16 error VALUE-INVALID expected a whole number, and this is \"x\"");
  }
}
