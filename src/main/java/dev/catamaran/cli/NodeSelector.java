package dev.catamaran.cli;

import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Closest;
import dev.catamaran.usage.UsageFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Picks nodes of a cluster: {@code os=windows,name=win*,label.zone=a}; all of what is said holds.
 */
record NodeSelector(String text, Predicate<Node> picks) {
  private static final String LABEL = "label.";
  private static final List<String> KEYS = List.of("os", "role", "name", "build", "label.KEY");

  /** A usage failure where the text selects by something a node does not have. */
  static NodeSelector parse(String text) {
    return new NodeSelector(
        text,
        Arrays.stream(text.split(",", -1))
            .map(part -> term(part.strip(), text))
            .reduce(_ -> true, Predicate::and));
  }

  List<Node> of(List<Node> nodes) {
    return nodes.stream().filter(picks).toList();
  }

  private static Predicate<Node> term(String part, String whole) {
    int equals = part.indexOf('=');
    if (equals < 1 || equals == part.length() - 1) {
      throw new UsageFailure("\"" + whole + "\" selects no nodes: write KEY=VALUE, as os=windows");
    }
    var key = part.substring(0, equals);
    var value = part.substring(equals + 1);
    return switch (key) {
      case "os" -> node -> node.facts().platform().os().word().equalsIgnoreCase(value);
      case "role" -> node -> node.role().word().equalsIgnoreCase(value);
      case "name" -> glob(value);
      case "build" ->
          node ->
              node.facts()
                  .platform()
                  .osVersion()
                  .filter(v -> value.equals(Integer.toString(v.build())))
                  .isPresent();
      default -> {
        if (!key.startsWith(LABEL)) {
          throw new UsageFailure(
              "nodes are selected by "
                  + String.join(", ", KEYS)
                  + ", not by \""
                  + key
                  + "\""
                  + Closest.to(key, KEYS).map(k -> "; did you mean " + k + "?").orElse(""));
        }
        yield node -> value.equals(node.labels().get(key.substring(LABEL.length())));
      }
    };
  }

  private static Predicate<Node> glob(String glob) {
    var pattern =
        Arrays.stream(glob.toLowerCase(Locale.ROOT).split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return node -> node.name().text().toLowerCase(Locale.ROOT).matches(pattern);
  }
}
