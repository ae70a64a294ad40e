package dev.catamaran.compose.syntax;

/** Values in single or double quotes. */
final class QuotedText {
  private static final String QUOTED = "while scanning a quoted scalar";
  private static final int SHORT_HEX = 2;
  private static final int HEX = 4;
  private static final int LONG_HEX = 8;
  private static final int RADIX = 16;

  private final Cursor cursor;
  private final Letters letters;
  private final Fold fold = new Fold();
  private final StringBuilder text = new StringBuilder();

  QuotedText(Cursor cursor) {
    this.cursor = cursor;
    this.letters = cursor.letters();
  }

  /** The value whose quote stands here. */
  Token read() {
    var start = cursor.spot();
    char quote = cursor.letter();
    cursor.forward();
    int end = simpleEnd(quote);
    if (end >= 0) {
      var value = letters.text(cursor.index(), end);
      cursor.moveTo(end + 1);
      return new Token(Token.Kind.QUOTED, value, start, end + 1);
    }
    text.setLength(0);
    while (true) {
      checkOpen(start);
      fold.clear();
      words(quote, start);
      if (cursor.letter() == quote) {
        break;
      }
      passGap();
    }
    cursor.forward();
    return new Token(Token.Kind.QUOTED, text.toString(), start, cursor.index());
  }

  /** Where the quotes close in this line, if nothing between them has a meaning; else -1. */
  private int simpleEnd(char quote) {
    int i = cursor.index();
    while (letters.at(i) != quote) {
      if (Letters.isLineEnd(letters.at(i)) || letters.at(i) == '\\') {
        return -1;
      }
      i++;
    }
    return quote == '\'' && letters.at(i + 1) == quote ? -1 : i;
  }

  private void checkOpen(Spot start) {
    if (cursor.atDocumentMark()) {
      throw Complaint.DOCUMENT_IN_QUOTES.at(cursor.where(), QUOTED, cursor.where(start));
    }
    if (cursor.letter() == Letters.END) {
      throw Complaint.OPEN_QUOTES.at(cursor.where(), QUOTED, cursor.where(start));
    }
  }

  /** Up to white space or the closing quote. */
  private void words(char quote, Spot start) {
    while (true) {
      int from = cursor.index();
      int to = from;
      while (!Letters.isGap(letters.at(to)) && letters.at(to) != quote && letters.at(to) != '\\') {
        to++;
      }
      letters.copy(from, to, text);
      cursor.moveTo(to);
      char c = cursor.letter();
      if (c == '\\' && quote == '\'') {
        text.append(c);
        cursor.forward();
      } else if (c == '\\' && Letters.isBreak(cursor.letter(1))) {
        cursor.forward();
        cursor.lineBreak();
        fold.escaped();
        return;
      } else if (c == '\\') {
        escape(start);
      } else if (c == '\'' && c == quote && cursor.letter(1) == quote) {
        text.append(c);
        cursor.moveTo(to + 2);
      } else {
        return;
      }
    }
  }

  private void passGap() {
    int from = cursor.index();
    while (true) {
      if (Letters.isBlank(cursor.letter())) {
        cursor.forward();
      } else if (Letters.isBreak(cursor.letter())) {
        fold.lineBreak(cursor.lineBreak());
      } else {
        break;
      }
    }
    if (fold.isBroken()) {
      fold.write(text);
    } else {
      letters.copy(from, cursor.index(), text);
    }
  }

  private void escape(Spot start) {
    cursor.forward();
    char c = cursor.letter();
    int digits = c == 'x' ? SHORT_HEX : c == 'u' ? HEX : c == 'U' ? LONG_HEX : 0;
    if (digits > 0) {
      cursor.forward();
      text.appendCodePoint(number(digits, start));
      cursor.moveTo(cursor.index() + digits);
    } else {
      text.append(named(c, start));
      cursor.forward();
    }
  }

  private int number(int digits, Spot start) {
    long number = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(cursor.letter(i), RADIX);
      if (digit < 0 || cursor.letter(i) > 'f') {
        throw unknown(start);
      }
      number = number * RADIX + digit;
    }
    boolean surrogate = number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE;
    if (surrogate || number > Character.MAX_CODE_POINT) {
      throw unknown(start);
    }
    return (int) number;
  }

  private char named(char c, Spot start) {
    return switch (c) {
      case '0' -> '\0';
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 't', '\t' -> '\t';
      case 'n' -> '\n';
      case 'v' -> '\u000B';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> '\u001B';
      case 'N' -> '\u0085';
      case '_' -> '\u00A0';
      case 'L' -> '\u2028';
      case 'P' -> '\u2029';
      case ' ', '"', '\'', '\\' -> c;
      default -> throw unknown(start);
    };
  }

  private BrokenYaml unknown(Spot start) {
    return Complaint.ESCAPE.at(
        cursor.where(), "while scanning a double-quoted scalar", cursor.where(start));
  }
}
