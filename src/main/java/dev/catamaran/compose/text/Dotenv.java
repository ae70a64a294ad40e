package dev.catamaran.compose.text;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code .env} and {@code env_file} as Compose does: quotes, comments, {@code export}, and
 * variables outside single quotes. A statement ends where its value ends, so several may stand in
 * one line behind quoted values.
 */
public final class Dotenv {
  private static final String EXPORT = "export";

  private final String file;
  private final String text;
  private final Map<String, String> environment;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> known;
  private final List<Finding> findings = new ArrayList<>();
  private int at;

  private Dotenv(
      String file, String text, Map<String, String> environment, Map<String, String> earlier) {
    this.file = file;
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    this.environment = environment;
    this.known = new HashMap<>(earlier);
    known.putAll(environment);
  }

  /**
   * The variables of the file, in its order.
   *
   * @param environment wins inside expressions, and gives a bare name its value
   */
  public static Outcome<Map<String, String>> read(
      String file, String text, Map<String, String> environment) {
    return read(file, text, environment, Map.of());
  }

  /**
   * The variables of one file of several.
   *
   * @param earlier what the files before it say, for expressions only
   */
  public static Outcome<Map<String, String>> read(
      String file, String text, Map<String, String> environment, Map<String, String> earlier) {
    var reader = new Dotenv(file, text, environment, earlier);
    while (reader.atStatement()) {
      reader.statement();
    }
    return Outcome.of(reader.values, reader.findings);
  }

  /** As {@code format: raw} has it: each line as it stands, no quotes, no expressions. */
  public static Map<String, String> raw(String text, Map<String, String> environment) {
    var values = new LinkedHashMap<String, String>();
    for (var line : text.replace("\uFEFF", "").lines().toList()) {
      var body = line.stripLeading();
      int sign = body.indexOf('=');
      if (body.isEmpty() || body.startsWith("#")) {
        continue;
      }
      if (sign > 0) {
        values.put(body.substring(0, sign), body.substring(sign + 1));
      } else {
        inherit(body, environment, values);
      }
    }
    return values;
  }

  /** A bare name has the operator's value, and is left out where there is none. */
  private static void inherit(
      String name, Map<String, String> environment, Map<String, String> values) {
    var inherited = environment.get(name);
    if (inherited != null) {
      values.put(name, inherited);
    }
  }

  /** Skips blanks, empty lines and comments; false at the end of the file. */
  private boolean atStatement() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        at = lineEnd(at);
      } else if (isSpace(c)) {
        at++;
      } else {
        return true;
      }
    }
    return false;
  }

  private void statement() {
    skipExport();
    int start = at;
    int end = nameEnd();
    if (end < 0) {
      at = lineEnd(at) + 1;
      return;
    }
    char sign = end < text.length() ? text.charAt(end) : ' ';
    // A last line without sign and line break is all value and no name; so it is to Compose.
    var name = end < text.length() ? text.substring(start, trimmed(start, end)) : "";
    at = end < text.length() ? end + 1 : start;
    skipBlanks();
    if (name.indexOf(' ') >= 0) {
      complain(start, "\"" + name + "\" is no name for a variable: there is a blank in it");
      at = lineEnd(Math.min(end, text.length())) + 1;
    } else if (sign == '\n') {
      inherit(name, environment, values);
    } else {
      value().ifPresent(value -> put(name, value));
    }
  }

  /** The environment wins wherever the file uses its own variables. */
  private void put(String name, String value) {
    values.put(name, value);
    if (!environment.containsKey(name)) {
      known.put(name, value);
    }
  }

  private void skipExport() {
    int behind = at + EXPORT.length();
    if (text.startsWith(EXPORT, at) && behind < text.length() && isSpace(text.charAt(behind))) {
      at = behind;
      skipBlanks();
    }
  }

  /** The sign or line break behind the name; negative where a character cannot be part of one. */
  private int nameEnd() {
    int i = at;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (c == '=' || c == ':' || c == '\n') {
        return i;
      }
      if (!isBlank((char) c) && "_.-[]".indexOf(c) < 0 && !isLetterOrNumber(c)) {
        complain(i, "the character \"" + Character.toString(c) + "\" cannot be part of a name");
        return -1;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean isLetterOrNumber(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  /** Empty where it is never closed, which is then among the findings. */
  private Optional<String> value() {
    char first = at < text.length() ? text.charAt(at) : ' ';
    if (first == '\'' || first == '"') {
      return quoted(first);
    }
    int start = at;
    int end = lineEnd(at);
    at = end + 1;
    int comment = text.indexOf(" #", start);
    int stop = comment >= 0 && comment < end ? comment : end;
    return Optional.of(expanded(start, text.substring(start, trimmed(start, stop))));
  }

  private int trimmed(int start, int end) {
    int stop = end;
    while (stop > start && isSpace(text.charAt(stop - 1))) {
      stop--;
    }
    return stop;
  }

  private Optional<String> quoted(char quote) {
    int start = at++;
    var out = new StringBuilder();
    boolean escaped = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == quote && !escaped) {
        at++;
        var value = out.toString();
        return Optional.of(quote == '\'' ? value : expanded(start, DotenvEscapes.resolved(value)));
      }
      if (c == '\\' && !escaped) {
        escaped = true;
        continue;
      }
      if (escaped && c != quote) {
        out.append('\\');
      }
      escaped = false;
      out.append(c);
    }
    complain(start, "the quote that begins here is never closed");
    return Optional.empty();
  }

  private String expanded(int start, String value) {
    var expanded = Template.expand(value, known);
    for (var problem : expanded.problems()) {
      switch (problem.kind()) {
        // An unset variable is an empty text here, as in a shell.
        case UNSET -> {}
        case REQUIRED ->
            complain(
                start, "the variable " + problem.name() + " is required: " + problem.message());
        case INVALID, FORGIVEN -> complain(start, problem.message());
      }
    }
    return expanded.text();
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** White space, line breaks included, as Go has it. */
  private static boolean isSpace(char c) {
    return c == '\n' || isBlank(c) || (c > 0xA0 && Character.isSpaceChar(c));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r' && c != '\n') || c == 0x85 || c == 0xA0;
  }

  private void complain(int position, String message) {
    int line = 1 + (int) text.chars().limit(position).filter(c -> c == '\n').count();
    int column = position - text.lastIndexOf('\n', Math.max(position - 1, 0));
    findings.add(
        Finding.error(Code.VALUE_INVALID, message).at(new Where(file, line, Math.max(column, 1))));
  }
}
