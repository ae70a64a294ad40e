package dev.catamaran.compose.tree;

import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The text a scalar was written as; the parser counts code points, Java counts chars. */
final class Sources {
  private final String text;
  private final int[] codePoints;

  Sources(String text) {
    this.text = text;
    boolean narrow = text.codePointCount(0, text.length()) == text.length();
    this.codePoints = narrow ? new int[0] : text.codePoints().toArray();
  }

  String of(ScalarEvent event, Mark start) {
    int from = start.getIndex();
    int to = event.getEndMark().map(Mark::getIndex).orElse(from);
    if (codePoints.length > 0) {
      return new String(codePoints, from, to - from);
    }
    // Most texts are written as they are, and one of the two is enough.
    var value = event.getValue();
    return text.regionMatches(from, value, 0, to - from) && value.length() == to - from
        ? value
        : text.substring(from, to);
  }
}
