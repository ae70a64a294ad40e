package dev.catamaran.capability;

import dev.catamaran.cluster.NodeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a row of the matrix holds: comparisons that must all be true, such as {@code os=windows
 * build=14393 revision<1066}, or {@code always}.
 */
public final class Condition {
  private static final String ALWAYS = "always";
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern FORM = Pattern.compile("([a-z]+)(<=|>=|!=|=|<|>)(\\S+)");

  private final String text;
  private final List<Comparison> comparisons;

  private Condition(String text, List<Comparison> comparisons) {
    this.text = text;
    this.comparisons = List.copyOf(comparisons);
  }

  /** One fact against one value, which is read once. */
  private record Comparison(Fact fact, String operator, Fact.Order order) {
    Truth holds(NodeFacts node) {
      var compared = order.of(node);
      return compared.isEmpty() ? Truth.UNKNOWN : Truth.of(holds(compared.get()));
    }

    private boolean holds(int compared) {
      return switch (operator) {
        case "=" -> compared == 0;
        case "!=" -> compared != 0;
        case "<" -> compared < 0;
        case "<=" -> compared <= 0;
        case ">" -> compared > 0;
        case ">=" -> compared >= 0;
        default -> throw new IllegalStateException(operator);
      };
    }
  }

  /**
   * Reads the text of a row.
   *
   * @throws IllegalArgumentException where it is no condition
   */
  static Condition parse(String text) {
    var comparisons = new ArrayList<Comparison>();
    if (!text.equals(ALWAYS)) {
      for (var part : BLANKS.split(text.strip(), -1)) {
        comparisons.add(comparison(part));
      }
    }
    return new Condition(text.strip(), comparisons);
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
    return new Comparison(fact, operator, fact.against(value));
  }

  Truth holds(NodeFacts node) {
    var all = Truth.TRUE;
    for (var comparison : comparisons) {
      all = all.and(comparison.holds(node));
      if (all == Truth.FALSE) {
        return all;
      }
    }
    return all;
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
    return comparisons.isEmpty() || text.equals("os=" + os);
  }

  /** As the file has it. */
  @Override
  public String toString() {
    return text;
  }
}
