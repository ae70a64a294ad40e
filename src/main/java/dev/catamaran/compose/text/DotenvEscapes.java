package dev.catamaran.compose.text;

/** The escapes of double-quoted values: those of a shell, and octal ones behind a zero. */
final class DotenvEscapes {
  private static final String LETTERS = "abfnrtv\\\"";
  private static final String MEANINGS = "\u0007\b\f\n\r\t\u000B\\\"";
  private static final int OCTAL_DIGITS = 3;
  private static final int HIGHEST = 255;

  private DotenvEscapes() {}

  /** The text with escapes resolved; a dollar stays escaped for the expressions' sake. */
  static String resolved(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    var out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      char next = c == '\\' && at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      int letter = LETTERS.indexOf(next);
      if (c != '\\' || (letter < 0 && next != '$' && next != '0' && next != 'c')) {
        out.append(c);
        at++;
      } else if (next == '0') {
        at = octal(text, at + 2, out);
      } else {
        out.append(next == '$' ? "$$" : letter < 0 ? "\\c" : MEANINGS.charAt(letter));
        at += 2;
      }
    }
    return out.toString();
  }

  /** Three digits make a character; fewer stay behind their backslash, without the zero. */
  private static int octal(String text, int from, StringBuilder out) {
    int to = from;
    while (to < text.length() && to < from + OCTAL_DIGITS && Character.isDigit(text.charAt(to))) {
      to++;
    }
    var digits = text.substring(from, to);
    boolean whole = digits.length() == OCTAL_DIGITS && digits.matches("[0-7]+");
    int value = whole ? Integer.parseInt(digits, 8) : HIGHEST + 1;
    if (value <= HIGHEST) {
      out.append((char) value);
    } else {
      out.append('\\').append(digits);
    }
    return to;
  }
}
