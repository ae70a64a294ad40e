package dev.catamaran.compose.classic;

/** What stands under healthcheck. */
final class HealthcheckFields {
  static final StructForm HEALTHCHECK =
      StructForm.of(
              "test", TextsForm.HEALTH_TEST,
              "timeout", new DurationForm(true),
              "interval", new DurationForm(true),
              "retries", NumberForm.KEPT_COUNT,
              "start_period", new DurationForm(true),
              "start_interval", new DurationForm(true),
              "disable", FlagForm.FLAG)
          .kept();

  private HealthcheckFields() {}
}
