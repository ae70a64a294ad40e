package dev.catamaran.compose.syntax;

import dev.catamaran.model.Where;

/** Where the reading stands in a text. */
final class Cursor {
  private final String file;
  private final Letters letters;
  private int index;
  private int line;
  private int lineStart;

  Cursor(String file, Letters letters) {
    this.file = file;
    this.letters = letters;
  }

  Letters letters() {
    return letters;
  }

  char letter() {
    return letters.at(index);
  }

  /** The letter so many behind this one. */
  char letter(int ahead) {
    return letters.at(index + ahead);
  }

  int index() {
    return index;
  }

  /** From 0. */
  int line() {
    return line;
  }

  /** From 0. */
  int column() {
    return index - lineStart;
  }

  Spot spot() {
    return new Spot(index, line, index - lineStart);
  }

  /** For messages. */
  Where where() {
    return where(spot());
  }

  Where where(Spot spot) {
    return spot.in(file);
  }

  void forward() {
    index++;
  }

  /** To another letter of the same line. */
  void moveTo(int other) {
    index = other;
  }

  void skipBlanks() {
    while (Letters.isBlank(letters.at(index))) {
      index++;
    }
  }

  void skipSpaces() {
    while (letters.at(index) == ' ') {
      index++;
    }
  }

  void skipToLineEnd() {
    while (!Letters.isLineEnd(letters.at(index))) {
      index++;
    }
  }

  /** Passes over the break that stands here; the letter that it is in a value. */
  char lineBreak() {
    char c = letters.at(index++);
    if (c == '\r' && letters.at(index) == '\n') {
      index++;
    }
    line++;
    lineStart = index;
    return c < '\u2028' ? '\n' : c;
  }

  /** Whether {@code ---} or {@code ...} stands here, alone at the begin of a line. */
  boolean atDocumentMark() {
    return column() == 0 && (atMark('-') || atMark('.'));
  }

  boolean atMark(char c) {
    return letter() == c && letter(1) == c && letter(2) == c && Letters.isGap(letter(3));
  }
}
