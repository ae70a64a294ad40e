package dev.catamaran.compose.syntax;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Where;
import java.util.Arrays;

/**
 * A text with one letter for each of its code points, so that places count as people do, and with
 * an end that every loop stops at.
 */
final class Letters {
  /** Stands behind the last letter; no text has it. */
  static final char END = 0;

  /** Letters that may be asked for behind the last. */
  private static final int BEYOND = 16;

  /** Stands for every code point beyond the basic plane: none of them means anything to YAML. */
  private static final char ABROAD = '\uFFFD';

  private static final int FIRST_ODD = 0x7F;
  private static final char NEXT_LINE = '\u0085';
  private static final char LINE_SEPARATOR = '\u2028';
  private static final char PARAGRAPH_SEPARATOR = '\u2029';

  private final char[] letters;

  /** The text's code points where it has any beyond the basic plane. */
  private int[] codePoints = new int[0];

  /** Refuses a text with characters that YAML does not allow. */
  Letters(String file, String text) {
    letters = new char[text.length() + BEYOND];
    text.getChars(0, text.length(), letters, 0);
    check(file, text);
  }

  private void check(String file, String text) {
    int length = text.length();
    int line = 1;
    int lineStart = 0;
    int i = 0;
    while (i < length) {
      char c = letters[i];
      if (c >= ' ' && c < FIRST_ODD) {
        i++;
      } else if (c == '\n') {
        i++;
        line++;
        lineStart = i;
      } else if (isPrintable(c)) {
        i++;
      } else if (Character.isSurrogate(c) && codePoints.length == 0) {
        widen(text);
        length = codePoints.length;
      } else {
        throw unprintable(c, new Where(file, line, i - lineStart + 1));
      }
    }
  }

  private void widen(String text) {
    codePoints = text.codePoints().toArray();
    Arrays.fill(letters, END);
    for (int i = 0; i < codePoints.length; i++) {
      letters[i] = codePoints[i] > Character.MAX_VALUE ? ABROAD : (char) codePoints[i];
    }
  }

  private static BrokenYaml unprintable(char c, Where where) {
    return new BrokenYaml(
        Finding.error(
                Code.YAML_BROKEN, "the character U+%04X is not allowed in YAML".formatted((int) c))
            .at(where));
  }

  private static boolean isPrintable(char c) {
    return c == '\t'
        || c == '\r'
        || c == NEXT_LINE
        || (c >= '\u00A0' && !Character.isSurrogate(c) && c < '\uFFFE');
  }

  char at(int index) {
    return letters[index];
  }

  String text(int from, int to) {
    return codePoints.length > 0
        ? new String(codePoints, from, to - from)
        : new String(letters, from, to - from);
  }

  void copy(int from, int to, StringBuilder out) {
    if (codePoints.length > 0) {
      Arrays.stream(codePoints, from, to).forEach(out::appendCodePoint);
    } else {
      out.append(letters, from, to - from);
    }
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || (c >= NEXT_LINE && isOddBreak(c));
  }

  private static boolean isOddBreak(char c) {
    return c == NEXT_LINE || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
  }

  /** A break or the end. */
  static boolean isLineEnd(char c) {
    return c == END || isBreak(c);
  }

  /** A blank, a break or the end; nothing else is below the blank. */
  static boolean isGap(char c) {
    return c <= ' ' || (c >= NEXT_LINE && isOddBreak(c));
  }
}
