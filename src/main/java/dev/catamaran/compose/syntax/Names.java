package dev.catamaran.compose.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Anchors, aliases, tags and directives: names with a mark before them. */
final class Names {
  private static final String BEHIND_ANCHORS = "?:,]}%@`";
  private static final String URI = ";/?:@&=+$,.!~*'()[]";
  private static final String TAG = "while scanning a tag";
  private static final String DIRECTIVE = "while scanning a directive";
  private static final int RADIX = 16;
  private static final int ESCAPE_LENGTH = 3;

  private final Cursor cursor;
  private final Letters letters;

  Names(Cursor cursor) {
    this.cursor = cursor;
    this.letters = cursor.letters();
  }

  /** What stands behind {@code &} or {@code *}. */
  Token anchor(Token.Kind kind) {
    var start = cursor.spot();
    cursor.forward();
    var name = word();
    char c = cursor.letter();
    if (name.isEmpty() || !(Letters.isGap(c) || BEHIND_ANCHORS.indexOf(c) >= 0)) {
      var doing = kind == Token.Kind.ALIAS ? "while scanning an alias" : "while scanning an anchor";
      throw Complaint.NAME.at(cursor.where(), doing, cursor.where(start));
    }
    return new Token(kind, name, start, cursor.index());
  }

  Token tag() {
    var start = cursor.spot();
    var token = cursor.letter(1) == '<' ? verbatim(start) : shorthand(start);
    if (!Letters.isGap(cursor.letter())) {
      throw broken(Complaint.TAG, TAG, start);
    }
    return token;
  }

  private Token verbatim(Spot start) {
    cursor.moveTo(start.index() + "!<".length());
    var uri = uri(start, TAG);
    if (uri.isEmpty() || cursor.letter() != '>') {
      throw broken(Complaint.TAG, TAG, start);
    }
    cursor.forward();
    return new Token(Token.Kind.TAG, uri, start, cursor.index());
  }

  private Token shorthand(Spot start) {
    var handle = handle();
    boolean named = handle.length() > 1 && handle.endsWith("!");
    var uri = uri(start, TAG);
    if (named && uri.isEmpty()) {
      throw broken(Complaint.TAG, TAG, start);
    }
    return named
        ? new Token(Token.Kind.TAG, uri, handle, start, cursor.index())
        : new Token(Token.Kind.TAG, handle.substring(1) + uri, "!", start, cursor.index());
  }

  /** {@code !}, {@code !!}, {@code !name!}, or the begin of a tag without a handle. */
  private String handle() {
    int from = cursor.index();
    cursor.forward();
    word();
    if (cursor.letter() == '!') {
      cursor.forward();
    }
    return letters.text(from, cursor.index());
  }

  /** A line that begins with {@code %}. */
  Token directive() {
    var start = cursor.spot();
    cursor.forward();
    var token =
        switch (word()) {
          case "YAML" -> version(start);
          case "TAG" -> tagDirective(start);
          default -> throw broken(Complaint.DIRECTIVE, DIRECTIVE, start);
        };
    cursor.skipBlanks();
    if (cursor.letter() == '#') {
      cursor.skipToLineEnd();
    }
    if (!Letters.isLineEnd(cursor.letter())) {
      throw broken(Complaint.DIRECTIVE, DIRECTIVE, start);
    }
    return token;
  }

  private Token version(Spot start) {
    cursor.skipBlanks();
    int from = cursor.index();
    while (!Letters.isGap(cursor.letter())) {
      cursor.forward();
    }
    var version = letters.text(from, cursor.index());
    if (!version.equals("1.1") && !version.equals("1.2")) {
      throw broken(Complaint.VERSION, DIRECTIVE, start);
    }
    return new Token(Token.Kind.VERSION_DIRECTIVE, version, start, cursor.index());
  }

  private Token tagDirective(Spot start) {
    cursor.skipBlanks();
    var handle = cursor.letter() == '!' ? handle() : "";
    if (!handle.endsWith("!") || !Letters.isBlank(cursor.letter())) {
      throw broken(Complaint.DIRECTIVE, DIRECTIVE, start);
    }
    cursor.skipBlanks();
    var prefix = uri(start, DIRECTIVE);
    if (prefix.isEmpty() || !Letters.isGap(cursor.letter())) {
      throw broken(Complaint.DIRECTIVE, DIRECTIVE, start);
    }
    return new Token(Token.Kind.TAG_DIRECTIVE, prefix, handle, start, cursor.index());
  }

  private String word() {
    int from = cursor.index();
    while (isWordLetter(cursor.letter())) {
      cursor.forward();
    }
    return letters.text(from, cursor.index());
  }

  private static boolean isWordLetter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  private String uri(Spot start, String doing) {
    var uri = new StringBuilder();
    while (true) {
      char c = cursor.letter();
      if (c == '%') {
        uri.append(escaped(start, doing));
      } else if (isWordLetter(c) || URI.indexOf(c) >= 0) {
        uri.append(c);
        cursor.forward();
      } else {
        return uri.toString();
      }
    }
  }

  /** Bytes of UTF-8, each written as two hexadecimal digits behind a percent sign. */
  private String escaped(Spot start, String doing) {
    var bytes = new ByteArrayOutputStream();
    while (cursor.letter() == '%') {
      int high = Character.digit(cursor.letter(1), RADIX);
      int low = Character.digit(cursor.letter(2), RADIX);
      if (high < 0 || low < 0) {
        throw broken(Complaint.TAG, doing, start);
      }
      bytes.write(high * RADIX + low);
      cursor.moveTo(cursor.index() + ESCAPE_LENGTH);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException _) {
      throw broken(Complaint.TAG, doing, start);
    }
  }

  private BrokenYaml broken(Complaint complaint, String doing, Spot start) {
    return complaint.at(cursor.where(), doing, cursor.where(start));
  }
}
