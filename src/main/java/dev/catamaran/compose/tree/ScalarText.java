package dev.catamaran.compose.tree;

import dev.catamaran.compose.tree.YamlNode.Scalar;

/** Writes one scalar as YAML, in the plainest style that reads back as the same. */
final class ScalarText {
  /** What a text cannot begin with outside quotes. */
  private static final String INDICATORS = "#,[]{}&*!|>'\"%@`";

  private static final String HEX = "0123456789ABCDEF";
  private static final int DELETE = 0x7F;
  private static final int FIRST_ABROAD = 0xA0;

  private ScalarText() {}

  /** Whether the text is best read in lines of its own. */
  static boolean isBlock(Scalar scalar) {
    var text = scalar.text();
    return scalar.kind() == ScalarKind.STRING
        && text.indexOf('\n') >= 0
        && !text.endsWith(" ")
        && !text.contains(" \n")
        && isPrinted(text);
  }

  /** Writes the scalar into the line that is begun. */
  static void line(Scalar scalar, StringBuilder out) {
    var text = scalar.text();
    switch (scalar.kind()) {
      case NULL -> out.append("null");
      case DATE -> out.append(Dates.written(text));
      case BOOLEAN, INTEGER -> out.append(scalar.asText());
      case FLOAT -> out.append(number(scalar.asText()));
      case STRING -> {
        if (isWord(text)) {
          out.append(text);
        } else if (isTaken(text) || text.indexOf('\n') >= 0 || !isPrinted(text)) {
          quote(text, out);
        } else if (isPlain(text)) {
          out.append(text);
        } else {
          out.append('\'').append(text.replace("'", "''")).append('\'');
        }
      }
    }
  }

  /** Go prints what is not finite in words that YAML reads as texts. */
  private static String number(String text) {
    return switch (text) {
      case "+Inf" -> ".inf";
      case "-Inf" -> "-.inf";
      case "NaN" -> ".nan";
      default -> text;
    };
  }

  /** Whether it is plain at a glance, as most texts are. */
  private static boolean isWord(String text) {
    int last = text.length() - 1;
    if (last < 0 || !isHarmless(text.charAt(0)) || text.charAt(last) == ' ') {
      return false;
    }
    for (int i = 1; i <= last; i++) {
      char c = text.charAt(i);
      boolean marks = c == '#' || (c == ':' && (i == last || text.charAt(i + 1) == ' '));
      if (marks || c < ' ' || c >= DELETE) {
        return false;
      }
    }
    return true;
  }

  /** Whether neither a mark nor a number nor a word with a meaning begins so. */
  private static boolean isHarmless(char first) {
    return first == '/'
        || (((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))
            && "fFnNoOtTyY".indexOf(first) < 0);
  }

  /** Other readers know more words and numbers than ours, so what looks like one is quoted. */
  private static boolean isTaken(String text) {
    return ScalarResolver.resolve(text) != ScalarKind.STRING || Lookalikes.found(text);
  }

  /** Whether a line of printed characters needs no quotes. */
  private static boolean isPlain(String text) {
    char first = text.charAt(0);
    int last = text.length() - 1;
    boolean indicates =
        INDICATORS.indexOf(first) >= 0
            || ((first == '-' || first == '?') && (last == 0 || text.charAt(1) == ' '))
            || text.startsWith("---")
            || text.startsWith("...");
    if (indicates || first == ' ' || text.charAt(last) == ' ') {
      return false;
    }
    for (int i = text.indexOf(':'); i >= 0; i = text.indexOf(':', i + 1)) {
      if (i == last || text.charAt(i + 1) == ' ') {
        return false;
      }
    }
    return !text.contains(" #");
  }

  private static boolean isPrinted(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c >= DELETE) && c != '\n' && !isPrintedAbroad(text.codePointAt(i))) {
        return false;
      }
      i += Character.isHighSurrogate(c) ? 1 : 0;
    }
    return true;
  }

  /** Beyond ASCII; what some readers take for the end of a line is not printed as it is. */
  private static boolean isPrintedAbroad(int c) {
    return c >= FIRST_ABROAD
        && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        && "\u2028\u2029\uFEFF\uFFFE\uFFFF".indexOf(c) < 0;
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append((char) c);
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          if ((c >= ' ' && c < DELETE) || isPrintedAbroad(c)) {
            out.appendCodePoint(c);
          } else {
            escape(c, out);
          }
        }
      }
    }
    out.append('"');
  }

  private static void escape(int c, StringBuilder out) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((c >> shift) & 0xF));
    }
  }
}
