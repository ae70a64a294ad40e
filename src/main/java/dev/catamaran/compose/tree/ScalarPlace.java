package dev.catamaran.compose.tree;

import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.model.Where;

/** Finds a character of a scalar's value in the file, across quotes, blocks and folded lines. */
final class ScalarPlace {
  private ScalarPlace() {}

  /** Falls back to the scalar's own place where value and source do not match up. */
  static Where of(Scalar scalar, char c, int nth) {
    var source = scalar.source();
    if (count(source, c) != count(scalar.text(), c)) {
      return scalar.where();
    }
    int line = scalar.where().line();
    int column = scalar.where().column();
    int seen = 0;
    for (int i = 0; i < source.length(); i += Character.charCount(source.codePointAt(i))) {
      if (source.charAt(i) == c && seen++ == nth) {
        return new Where(scalar.where().file(), line, column);
      }
      boolean lineEnds = source.charAt(i) == '\n';
      line += lineEnds ? 1 : 0;
      column = lineEnds ? 1 : column + 1;
    }
    return scalar.where();
  }

  private static long count(String text, char c) {
    return text.chars().filter(x -> x == c).count();
  }
}
