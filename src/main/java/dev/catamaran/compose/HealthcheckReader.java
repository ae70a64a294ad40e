package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Scalar;
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
    var test =
        fields.flag("disable")
            ? List.of("NONE")
            : fields.node("test").map(n -> test(n, fields.values())).orElse(List.of());
    return new Healthcheck(
        test,
        fields.duration("interval"),
        fields.duration("timeout"),
        fields.count("retries").map(OptionalInt::of).orElseGet(OptionalInt::empty),
        fields.duration("start_period"));
  }

  private static List<String> test(YamlNode node, Values values) {
    if (node instanceof Scalar) {
      return values.text(node).map(t -> List.of("CMD-SHELL", t)).orElse(List.of());
    }
    var words = values.texts(node);
    if (!words.isEmpty() && !KINDS.contains(words.getFirst())) {
      values
          .faults()
          .invalid(
              node.where(),
              "a healthcheck test begins with one of " + String.join(", ", KINDS),
              "put \"CMD\" before the command");
    }
    return words;
  }
}
