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

/**
 * Reads {@code .env} and {@code env_file} as Compose does: quotes, comments, {@code export}, and
 * variables outside single quotes.
 */
public final class Dotenv {
  private static final String EXPORT = "export";

  private final String file;
  private final String text;
  private final Map<String, String> environment;
  private final Map<String, String> earlier;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private int at;

  private Dotenv(
      String file, String text, Map<String, String> environment, Map<String, String> earlier) {
    this.file = file;
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    this.environment = environment;
    this.earlier = earlier;
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
    while (reader.findsStatement()) {
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
      } else if (environment.containsKey(body)) {
        values.put(body, environment.getOrDefault(body, ""));
      }
    }
    return values;
  }

  /** Skips blanks and comments; false at the end of the file. */
  private boolean findsStatement() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        at = lineEnd(at);
      } else if (Character.isWhitespace(c) || isBlank(c)) {
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
      return;
    }
    var name = text.substring(start, end).stripTrailing();
    boolean bare = end >= text.length() || text.charAt(end) == '\n';
    if (name.isEmpty() || name.indexOf(' ') >= 0) {
      complain(start, "\"" + name + "\" is no name for a variable");
      at = lineEnd(start);
    } else if (bare) {
      at = end;
      // A bare name has the operator's value, and is left out where there is none.
      if (environment.containsKey(name)) {
        values.put(name, environment.getOrDefault(name, ""));
      }
    } else {
      at = end + 1;
      skipBlanks();
      values.put(name, value());
    }
  }

  private void skipExport() {
    int after = at + EXPORT.length();
    boolean exported =
        text.startsWith(EXPORT, at)
            && after < text.length()
            && Character.isWhitespace(text.charAt(after));
    if (exported) {
      at = after;
      skipBlanks();
    }
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  /** Where the name ends: at a sign, at the line's end; -1 where it is none. */
  private int nameEnd() {
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=' || c == ':' || c == '\n') {
        return i;
      }
      if (!isBlank(c) && !Character.isLetterOrDigit(c) && "_.-[]".indexOf(c) < 0) {
        complain(at, "\"" + text.substring(at, lineEnd(at)).strip() + "\" begins with no name");
        at = lineEnd(at);
        return -1;
      }
    }
    return text.length();
  }

  private static boolean isBlank(char c) {
    return switch (c) {
      case '\t', '\u000B', '\f', '\r', ' ', '\u0085', '\u00A0' -> true;
      default -> false;
    };
  }

  private String value() {
    char first = at < text.length() ? text.charAt(at) : ' ';
    if (first == '\'' || first == '"') {
      return quoted(first);
    }
    int start = at;
    at = lineEnd(at);
    var bare = text.substring(start, at);
    int comment = bare.indexOf(" #");
    return expanded(start, (comment < 0 ? bare : bare.substring(0, comment)).stripTrailing());
  }

  private String quoted(char quote) {
    int start = at++;
    var out = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      boolean escapes = c == '\\' && at < text.length();
      if (escapes && text.charAt(at) == quote) {
        out.append(quote);
        at++;
      } else if (escapes) {
        out.append(c).append(text.charAt(at++));
      } else {
        out.append(c);
      }
    }
    if (at >= text.length()) {
      complain(start, "the quote that begins here is never closed");
      return "";
    }
    at++;
    return quote == '\'' ? out.toString() : expanded(start, Escapes.resolved(out.toString()));
  }

  private String expanded(int start, String value) {
    if (value.indexOf('$') < 0) {
      return value;
    }
    var known = new HashMap<>(earlier);
    known.putAll(values);
    known.putAll(environment);
    var expanded = Template.expand(value, known);
    for (var problem : expanded.problems()) {
      switch (problem.kind()) {
        // An unset variable is an empty text here, as in a shell.
        case UNSET -> {}
        case REQUIRED ->
            complain(
                start, "the variable " + problem.name() + " is required: " + problem.message());
        case INVALID -> complain(start, problem.message());
      }
    }
    return expanded.text();
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private void complain(int position, String message) {
    int line = 1 + (int) text.chars().limit(position).filter(c -> c == '\n').count();
    int column = position - text.lastIndexOf('\n', position - 1);
    findings.add(
        Finding.error(Code.VALUE_INVALID, message).at(new Where(file, line, Math.max(column, 1))));
  }
}
