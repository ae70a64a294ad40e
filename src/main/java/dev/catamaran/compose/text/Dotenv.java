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
import java.util.regex.Pattern;

/**
 * Reads {@code .env} and {@code env_file} as Compose does: quotes, comments, {@code export}, and
 * variables outside single quotes.
 */
public final class Dotenv {
  private static final Pattern KEY = Pattern.compile("[A-Za-z_0-9.\\-\\[\\]]+");
  private static final Pattern EXPORT = Pattern.compile("export\\s+");

  private final String file;
  private final String text;
  private final Map<String, String> environment;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private int at;

  private Dotenv(String file, String text, Map<String, String> environment) {
    this.file = file;
    this.text = text.replace("\uFEFF", "").replace("\r\n", "\n");
    this.environment = environment;
  }

  /**
   * The variables of the file, in its order.
   *
   * @param environment wins inside expressions, and gives a bare name its value
   */
  public static Outcome<Map<String, String>> read(
      String file, String text, Map<String, String> environment) {
    var reader = new Dotenv(file, text, environment);
    while (reader.at < reader.text.length()) {
      reader.line();
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

  private void line() {
    int start = at;
    int end = lineEnd(at);
    var body = text.substring(start, end).strip();
    if (body.isEmpty() || body.startsWith("#")) {
      at = end + 1;
      return;
    }
    int sign = separator(start, end);
    var key = text.substring(start, sign < 0 ? end : sign).strip();
    key = EXPORT.matcher(key).lookingAt() ? key.substring("export".length()).strip() : key;
    if (sign < 0 && key.contains(" #")) {
      key = key.substring(0, key.indexOf(" #")).strip();
    }
    if (!KEY.matcher(key).matches()) {
      complain(start, "\"" + key + "\" is no name for a variable");
      at = end + 1;
    } else if (sign < 0) {
      at = end + 1;
      inherit(key, environment, values);
    } else {
      at = sign + 1;
      values.put(key, value(end));
    }
  }

  private int separator(int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '=' || text.charAt(i) == ':') {
        return i;
      }
    }
    return -1;
  }

  private String value(int end) {
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    char first = at < end ? text.charAt(at) : ' ';
    if (first == '\'' || first == '"') {
      return quoted(first);
    }
    int start = at;
    at = end + 1;
    var bare = text.substring(start, end);
    int comment = comment(bare);
    return expanded(start, (comment < 0 ? bare : bare.substring(0, comment)).strip());
  }

  /** A comment begins at a {@code #} at the start or behind a blank. */
  private static int comment(String bare) {
    for (int i = 0; i < bare.length(); i++) {
      if (bare.charAt(i) == '#' && (i == 0 || Character.isWhitespace(bare.charAt(i - 1)))) {
        return i;
      }
    }
    return -1;
  }

  private String quoted(char quote) {
    int start = at++;
    var out = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        out.append(escape(text.charAt(at++), quote));
      } else {
        out.append(c);
      }
    }
    if (at >= text.length()) {
      complain(start, "the quote that begins here is never closed");
      return "";
    }
    at = lineEnd(at) + 1;
    return quote == '\'' ? out.toString() : expanded(start, out.toString());
  }

  private static String escape(char c, char quote) {
    if (quote == '\'') {
      return c == '\'' ? "'" : "\\" + c;
    }
    return switch (c) {
      case 'a' -> "\u0007";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'v' -> "\u000B";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case '$' -> "$$";
      case '"', '\\' -> String.valueOf(c);
      default -> "\\" + c;
    };
  }

  private String expanded(int start, String value) {
    var known = new HashMap<>(values);
    known.putAll(environment);
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

  private void complain(int position, String message) {
    int line = 1 + (int) text.chars().limit(position).filter(c -> c == '\n').count();
    int column = position - text.lastIndexOf('\n', Math.max(position - 1, 0));
    findings.add(
        Finding.error(Code.VALUE_INVALID, message).at(new Where(file, line, Math.max(column, 1))));
  }
}
