package dev.catamaran.capability;

import dev.catamaran.cluster.NodeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a row of the matrix holds: comparisons that must all be true, such as {@code os=windows
 * build=14393 revision<1066}.
 */
record Condition(List<Comparison> comparisons) {
  private static final Pattern FORM = Pattern.compile("([a-z]+)(<=|>=|!=|=|<|>)(\\S+)");

  Condition {
    comparisons = List.copyOf(comparisons);
  }

  /** One fact against one value. */
  record Comparison(Fact fact, String operator, String value) {
    Truth holds(NodeFacts node) {
      return fact.compare(node, value)
          .map(order ->
              Truth.of(
                  switch (operator) {
                    case "=" -> order == 0;
                    case "!=" -> order != 0;
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    case ">=" -> order >= 0;
                    default -> throw new IllegalStateException(operator);
                  }))
          .orElse(Truth.UNKNOWN);
    }
  }

  /**
   * Reads the text of a row.
   *
   * @throws IllegalArgumentException where it is no condition
   */
  static Condition parse(String text) {
    var comparisons = new ArrayList<Comparison>();
    for (var part : text.strip().split("\\s+", -1)) {
      comparisons.add(comparison(part));
    }
    return new Condition(comparisons);
  }

  private static Comparison comparison(String part) {
    var matcher = FORM.matcher(part);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + part + "\" is no comparison");
    }
    var fact =
        Fact.of(matcher.group(1))
            .orElseThrow(() ->
                new IllegalArgumentException("\"" + matcher.group(1) + "\" is no known fact"));
    var operator = matcher.group(2);
    if (!fact.ordered() && !operator.equals("=") && !operator.equals("!=")) {
      throw new IllegalArgumentException("\"" + part + "\" orders what has no order");
    }
    var value = matcher.group(3);
    if (!fact.accepts(value)) {
      throw new IllegalArgumentException("\"" + part + "\" has a value that fact never takes");
    }
    return new Comparison(fact, operator, value);
  }

  Truth holds(NodeFacts node) {
    return comparisons.stream().map(c -> c.holds(node)).reduce(Truth.TRUE, Truth::and);
  }

  /** The first fact that keeps the condition from being true or false. */
  Optional<Fact> missing(NodeFacts node) {
    return comparisons.stream()
        .filter(c -> c.holds(node) == Truth.UNKNOWN)
        .map(Comparison::fact)
        .findFirst();
  }

  /** Whether it holds for every node of an operating system. */
  boolean isAll(String os) {
    return comparisons.equals(List.of(new Comparison(Fact.OS, "=", os)));
  }
}
