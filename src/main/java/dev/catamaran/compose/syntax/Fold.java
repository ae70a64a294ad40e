package dev.catamaran.compose.syntax;

/** White space between two words of a value: blanks stay, one break is a blank, more are breaks. */
final class Fold {
  private final StringBuilder more = new StringBuilder();
  private boolean broken;
  private boolean blankForBreak;

  void clear() {
    more.setLength(0);
    broken = false;
    blankForBreak = false;
  }

  /** Whether a line ended, so that blanks mean nothing any more. */
  boolean isBroken() {
    return broken;
  }

  /** A line ended behind a backslash: nothing stands for its end. */
  void escaped() {
    broken = true;
  }

  void lineBreak(char c) {
    if (!broken && c == '\n') {
      blankForBreak = true;
    } else {
      more.append(c);
    }
    broken = true;
  }

  /** What stands for the broken lines. */
  void write(StringBuilder out) {
    if (blankForBreak && more.isEmpty()) {
      out.append(' ');
    } else {
      out.append(more);
    }
  }
}
