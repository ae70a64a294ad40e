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
  private final int[] codePoints;

  private final int length;

  /** Refuses a text with characters that YAML does not allow. */
  Letters(String file, String text) {
    codePoints = hasSurrogates(text) ? text.codePoints().toArray() : new int[0];
    length = codePoints.length > 0 ? codePoints.length : text.length();
    letters = new char[length + BEYOND];
    if (codePoints.length > 0) {
      for (int i = 0; i < length; i++) {
        letters[i] = codePoints[i] > Character.MAX_VALUE ? ABROAD : (char) codePoints[i];
      }
    } else {
      text.getChars(0, length, letters, 0);
    }
    refuseUnprintable(file);
  }

  private static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private void refuseUnprintable(String file) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < length; i++) {
      char c = letters[i];
      if (c == '\n') {
        line++;
        lineStart = i + 1;
      } else if ((c < ' ' || c >= FIRST_ODD) && !isPrintable(c)) {
        throw new BrokenYaml(
            Finding.error(
                    Code.YAML_BROKEN,
                    "the character U+%04X is not allowed in YAML".formatted((int) c))
                .at(new Where(file, line, i - lineStart + 1)));
      }
    }
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

  int length() {
    return length;
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
