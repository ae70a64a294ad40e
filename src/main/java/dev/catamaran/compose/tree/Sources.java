package dev.catamaran.compose.tree;

import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The text a scalar was written as; the parser counts code points, Java counts chars. */
final class Sources {
  private final String text;
  private final int[] codePoints;

  Sources(String text) {
    this.text = text;
    boolean narrow = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    this.codePoints = narrow ? new int[0] : text.codePoints().toArray();
  }

  String of(ScalarEvent event) {
    int from = event.getStartMark().map(Mark::getIndex).orElse(0);
    int to = event.getEndMark().map(Mark::getIndex).orElse(from);
    return codePoints.length == 0
        ? text.substring(from, to)
        : new String(codePoints, from, to - from);
  }
}
