package dev.catamaran.compose.syntax;

/** Values line by line behind {@code |} (as they are) or {@code >} (folded). */
final class BlockText {
  private static final String BLOCK = "while scanning a block scalar";

  /** What becomes of the breaks at the end. */
  private enum End {
    NONE,
    ONE,
    ALL
  }

  private final Cursor cursor;
  private final Letters letters;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder breaks = new StringBuilder();
  private End end = End.ONE;

  /** How much further than its parent the text is indented; 0 where its first line says so. */
  private int more;

  /** Behind the last break that belongs to the text. */
  private int textEnd;

  BlockText(Cursor cursor) {
    this.cursor = cursor;
    this.letters = cursor.letters();
  }

  /**
   * The value whose mark stands here.
   *
   * @param parent the column of the mapping or list it stands in, -1 for none
   */
  Token read(int parent) {
    var start = cursor.spot();
    boolean folded = cursor.letter() == '>';
    cursor.forward();
    header(start);
    text.setLength(0);
    breaks.setLength(0);
    textEnd = cursor.index();
    int indent = more > 0 ? Math.max(parent, 0) + more : 0;
    indent = passBreaks(indent, parent, start);
    String lineBreak = "";
    boolean blankBefore = false;
    while (cursor.column() == indent && cursor.letter() != Letters.END) {
      boolean blank = Letters.isBlank(cursor.letter());
      if (folded && !blankBefore && !blank && lineBreak.equals("\n")) {
        lineBreak = breaks.isEmpty() ? " " : "";
      }
      text.append(lineBreak).append(breaks);
      breaks.setLength(0);
      blankBefore = blank;
      int from = cursor.index();
      cursor.skipToLineEnd();
      letters.copy(from, cursor.index(), text);
      lineBreak = cursor.letter() == Letters.END ? "" : String.valueOf(cursor.lineBreak());
      textEnd = cursor.index();
      passBreaks(indent, parent, start);
    }
    if (end != End.NONE) {
      text.append(lineBreak);
    }
    if (end == End.ALL) {
      text.append(breaks);
    }
    return new Token(Token.Kind.QUOTED, text.toString(), start, textEnd);
  }

  private void header(Spot start) {
    end = End.ONE;
    more = 0;
    if (!sign()) {
      digit(start);
      sign();
    } else {
      digit(start);
    }
    cursor.skipBlanks();
    if (cursor.letter() == '#') {
      cursor.skipToLineEnd();
    }
    if (!Letters.isLineEnd(cursor.letter())) {
      throw Complaint.LINE_END.at(cursor.where(), BLOCK, cursor.where(start));
    }
    if (cursor.letter() != Letters.END) {
      cursor.lineBreak();
    }
  }

  private boolean sign() {
    char c = cursor.letter();
    if (c != '+' && c != '-') {
      return false;
    }
    end = c == '+' ? End.ALL : End.NONE;
    cursor.forward();
    return true;
  }

  private void digit(Spot start) {
    char c = cursor.letter();
    if (c == '0') {
      throw Complaint.ZERO_INDENTATION.at(cursor.where(), BLOCK, cursor.where(start));
    }
    if (c > '0' && c <= '9') {
      more = c - '0';
      cursor.forward();
    }
  }

  /** Passes over empty lines and the next line's indentation, which is found if it is 0 yet. */
  private int passBreaks(int indent, int parent, Spot start) {
    int widest = 0;
    while (true) {
      while ((indent == 0 || cursor.column() < indent) && cursor.letter() == ' ') {
        cursor.forward();
      }
      widest = Math.max(widest, cursor.column());
      if ((indent == 0 || cursor.column() < indent) && cursor.letter() == '\t') {
        throw Complaint.TAB.at(cursor.where(), BLOCK, cursor.where(start));
      }
      if (!Letters.isBreak(cursor.letter())) {
        break;
      }
      breaks.append(cursor.lineBreak());
      textEnd = cursor.index();
    }
    return indent > 0 ? indent : Math.max(Math.max(widest, parent + 1), 1);
  }
}
