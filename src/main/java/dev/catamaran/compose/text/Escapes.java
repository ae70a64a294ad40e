package dev.catamaran.compose.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Backslashes inside double quotes of an env file. */
final class Escapes {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[abcfnrtv$\"\\\\]|0\\d{0,3})");
  private static final Pattern OCTAL = Pattern.compile("[0-3][0-7]{2}");
  private static final int EIGHT = 8;

  private Escapes() {}

  static String resolved(String text) {
    return text.indexOf('\\') < 0
        ? text
        : ESCAPE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(one(m)));
  }

  private static String one(MatchResult match) {
    var escape = match.group();
    return switch (escape.charAt(1)) {
      case 'a' -> "\u0007";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'v' -> "\u000B";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case '"' -> "\"";
      case '\\' -> "\\";
      // Two dollars are one to the expressions that are put in next.
      case '$' -> "$$";
      case '0' -> octal(escape);
      default -> escape;
    };
  }

  private static String octal(String escape) {
    var digits = escape.substring(2);
    return OCTAL.matcher(digits).matches()
        ? String.valueOf((char) Integer.parseInt(digits, EIGHT))
        : escape;
  }
}
