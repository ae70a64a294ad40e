package dev.catamaran.compose.syntax;

/** Values without quotes, over as many lines as they take. */
final class PlainText {
  private final Cursor cursor;
  private final Letters letters;
  private final Fold fold = new Fold();
  private final StringBuilder text = new StringBuilder();
  private final Words words;

  PlainText(Cursor cursor) {
    this.cursor = cursor;
    this.letters = cursor.letters();
    this.words = new Words(letters);
  }

  /** Whether the white space behind the last value went beyond its line. */
  boolean endedItsLine() {
    return fold.isBroken();
  }

  /**
   * The value that begins here.
   *
   * @param indent the column that its further lines begin in at least
   * @param flow whether it stands in brackets
   */
  Token read(int indent, boolean flow) {
    var start = cursor.spot();
    int end = wordEnd(start.index(), flow);
    boolean folded = false;
    fold.clear();
    cursor.moveTo(end);
    while (Letters.isGap(cursor.letter()) && cursor.letter() != Letters.END) {
      passGap(indent, start);
      int word = cursor.index();
      int wordEnd = goesOn(indent, flow) ? wordEnd(word, flow) : word;
      if (wordEnd == word) {
        break;
      }
      if (fold.isBroken() && !folded) {
        folded = true;
        text.setLength(0);
        letters.copy(start.index(), end, text);
      }
      if (folded) {
        join(end, word);
        letters.copy(word, wordEnd, text);
      }
      end = wordEnd;
      cursor.moveTo(end);
      fold.clear();
    }
    var value = folded ? text.toString() : words.of(start.index(), end);
    return new Token(Token.Kind.PLAIN, value, start, end);
  }

  private void join(int end, int word) {
    if (fold.isBroken()) {
      fold.write(text);
    } else {
      letters.copy(end, word, text);
    }
  }

  private boolean goesOn(int indent, boolean flow) {
    return (flow || cursor.column() >= indent)
        && cursor.letter() != '#'
        && !cursor.atDocumentMark();
  }

  private int wordEnd(int from, boolean flow) {
    int i = from;
    while (true) {
      char c = letters.at(i);
      if (Letters.isGap(c)
          || (c == ':' && Letters.isGap(letters.at(i + 1)))
          || (flow && isFlowMark(c))) {
        return i;
      }
      i++;
    }
  }

  private static boolean isFlowMark(char c) {
    return c == ',' || c == '?' || c == '[' || c == ']' || c == '{' || c == '}';
  }

  private void passGap(int indent, Spot start) {
    while (true) {
      char c = cursor.letter();
      if (c == '\t' && fold.isBroken() && cursor.column() < indent) {
        throw Complaint.TAB.at(
            cursor.where(), "while scanning a plain scalar", cursor.where(start));
      }
      if (Letters.isBlank(c)) {
        cursor.forward();
      } else if (Letters.isBreak(c)) {
        fold.lineBreak(cursor.lineBreak());
      } else {
        return;
      }
    }
  }
}
