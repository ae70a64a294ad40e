package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;

/** The order in which Docker prints the names of a mapping: numbers in them count as numbers. */
final class KeyOrder implements Comparator<String> {
  private static final KeyOrder ORDER = new KeyOrder();

  private KeyOrder() {}

  /** Empty where there is nothing to print. */
  static Optional<YamlNode> sorted(YamlNode node) {
    if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
      return Optional.empty();
    }
    var entries = new ArrayList<>(mapping.entries());
    entries.sort(Comparator.comparing(Entry::name, ORDER));
    return Optional.of(Nodes.mapping(entries, mapping.where()));
  }

  @Override
  public int compare(String a, String b) {
    int i = 0;
    while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (i == a.length() || i == b.length()) {
      return Integer.compare(a.length(), b.length());
    }
    boolean letterA = Character.isLetter(a.charAt(i));
    boolean letterB = Character.isLetter(b.charAt(i));
    if (letterA != letterB) {
      boolean behindDigit = i > 0 && Character.isDigit(a.charAt(i - 1));
      return letterA == behindDigit ? -1 : 1;
    }
    return letterA ? Character.compare(a.charAt(i), b.charAt(i)) : numbers(a, b, i);
  }

  private static int numbers(String a, String b, int at) {
    int start = at;
    while (start > 0 && Character.isDigit(a.charAt(start - 1))) {
      start--;
    }
    var first = digits(a, start);
    var second = digits(b, start);
    if (first.isEmpty() || second.isEmpty()) {
      return Character.compare(a.charAt(at), b.charAt(at));
    }
    int byValue = first.replaceFirst("^0+", "").length() - second.replaceFirst("^0+", "").length();
    return byValue != 0 ? byValue : Character.compare(a.charAt(at), b.charAt(at));
  }

  private static String digits(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end);
  }
}
