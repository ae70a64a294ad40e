package dev.catamaran.compose;

import dev.catamaran.spec.Healthcheck;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code healthcheck:}. */
final class HealthcheckReader {
  private static final List<String> KINDS = List.of("NONE", "CMD", "CMD-SHELL");

  private HealthcheckReader() {}

  static Optional<Healthcheck> read(Fields service) {
    return service
        .node("healthcheck")
        .map(n -> Fields.of(n, service.values()))
        .map(HealthcheckReader::healthcheck);
  }

  private static Healthcheck healthcheck(Fields fields) {
    return new Healthcheck(
        fields.flag("disable") ? List.of("NONE") : test(fields),
        fields.duration("interval"),
        fields.duration("timeout"),
        fields.count("retries").map(OptionalInt::of).orElseGet(OptionalInt::empty),
        fields.duration("start_period"),
        fields.duration("start_interval"));
  }

  private static List<String> test(Fields fields) {
    var words = fields.texts("test");
    if (!words.isEmpty() && !KINDS.contains(words.getFirst())) {
      fields
          .values()
          .faults()
          .invalid(
              fields.items("test").getFirst().where(),
              "a healthcheck test begins with one of " + String.join(", ", KINDS),
              "put \"CMD\" before the command");
    }
    return words;
  }
}
