package dev.catamaran.compose.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/** Reads and prints trees for the tests of this room. */
final class Trees {
  private Trees() {}

  static YamlNode read(String text) {
    var outcome = YamlReader.read("c.yaml", text);
    assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<YamlNode>) outcome).value();
  }

  static List<String> complaints(String text) {
    return YamlReader.read("c.yaml", text).findings().stream().map(Trees::line).toList();
  }

  static String line(Finding finding) {
    return "%s %s %s: %s"
        .formatted(
            finding.where().orElseThrow(), finding.severity(), finding.code(), finding.message());
  }

  static Scalar scalar(YamlNode tree, String... path) {
    var node = tree;
    for (var step : path) {
      node =
          switch (node) {
            case Mapping m -> m.get(step).orElseThrow();
            case Sequence s -> s.items().get(Integer.parseInt(step));
            case Scalar s -> throw new AssertionError(s + " has no " + step);
          };
    }
    return (Scalar) node;
  }

  /** One line, each leaf and key with its line:column. */
  static String print(YamlNode node) {
    return switch (node) {
      case Mapping m ->
          m.entries().stream()
              .map(e -> e.name() + place(e.key()) + ": " + print(e.value()))
              .collect(Collectors.joining(", ", tag(m) + "{", "}" + place(m)));
      case Sequence s ->
          s.items().stream()
              .map(Trees::print)
              .collect(Collectors.joining(", ", tag(s) + "[", "]" + place(s)));
      case Scalar s -> tag(s) + s.text() + place(s);
    };
  }

  private static String tag(YamlNode node) {
    return node.tag().map(t -> t + " ").orElse("");
  }

  private static String place(YamlNode node) {
    return "@" + node.where().line() + ":" + node.where().column();
  }
}
