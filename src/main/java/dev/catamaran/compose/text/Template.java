package dev.catamaran.compose.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One text with {@code $VAR} and {@code ${VAR}} expressions, put in as Compose does: the operators
 * {@code - :- + :+ ? :?} may nest, {@code $$} is a dollar, a lone dollar stays. An expression with
 * an operator ends in the line it begins in; where its braces do not pair, it reaches to the last
 * brace of that line.
 */
public final class Template {
  private static final int DEEPEST = 100;

  /** What can be wrong with an expression. */
  public enum Kind {
    UNSET,
    REQUIRED,
    INVALID,
    /** Wrong, but docker goes on with nothing in its place. */
    FORGIVEN
  }

  /**
   * Something to tell about one expression.
   *
   * @param dollar which dollar sign of the text begins it, from 0
   * @param name the variable, as far as it could be read
   * @param message the user's own words for a required variable, ours for an invalid expression
   */
  public record Problem(Kind kind, int dollar, String name, String message) {}

  /** The text with values in place, and what was wrong on the way. */
  public record Expanded(String text, List<Problem> problems) {}

  private final String text;
  private final Map<String, String> variables;
  private final List<Problem> problems = new ArrayList<>();
  private int at;
  private int dollarsCounted;
  private int countedTo;

  /** No closing brace stands before this point, so that nobody has to look again. */
  private int noneUpTo;

  private Template(String text, Map<String, String> variables) {
    this.text = text;
    this.variables = variables;
  }

  public static Expanded expand(String text, Map<String, String> variables) {
    if (text.indexOf('$') < 0) {
      return new Expanded(text, List.of());
    }
    var template = new Template(text, variables);
    return new Expanded(template.run(text.length(), 0, true), List.copyOf(template.problems));
  }

  /**
   * Reads on to the end of a part of the text.
   *
   * @param live whether the result is used; what is not used is read, but never complained about
   */
  private String run(int end, int depth, boolean live) {
    var out = new StringBuilder();
    while (at < end) {
      int dollar = text.indexOf('$', at);
      if (dollar < 0 || dollar >= end) {
        out.append(text, at, end);
        at = end;
      } else {
        out.append(text, at, dollar);
        at = dollar + 1;
        out.append(dollar(dollar, end, depth, live));
      }
    }
    return out.toString();
  }

  private String dollar(int start, int end, int depth, boolean live) {
    char next = at < end ? text.charAt(at) : ' ';
    if (next == '$') {
      at++;
      return "$";
    }
    if (next == '{') {
      at++;
      return braced(start, end, depth, live);
    }
    var name = name(end);
    return name.isEmpty() ? "$" : value(start, name, live);
  }

  private String name(int end) {
    int start = at;
    while (at < end && isName(text.charAt(at), at == start)) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isName(char c, boolean first) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return letter || (!first && c >= '0' && c <= '9');
  }

  private String value(int start, String name, boolean live) {
    var value = variables.get(name);
    if (value == null && live) {
      report(Kind.UNSET, start, name, "");
    }
    return value == null ? "" : value;
  }

  private String braced(int start, int end, int depth, boolean live) {
    var name = name(end);
    if (name.isEmpty()) {
      return invalid(start, name, "a variable name is missing behind \"${\"", live);
    }
    char next = at < end ? text.charAt(at) : ' ';
    if (next == '}') {
      at++;
      return value(start, name, live);
    }
    boolean colon = next == ':';
    int sign = at + (colon ? 1 : 0);
    if (sign >= end || "-+?".indexOf(text.charAt(sign)) < 0) {
      return invalid(
          start, name, "\"}\" or one of - :- + :+ ? :? is expected behind the name", live);
    }
    if (depth >= DEEPEST) {
      return invalid(start, name, "nested more than " + DEEPEST + " levels deep", live);
    }
    int close = close(start, sign + 1, end);
    if (close < 0) {
      return invalid(start, name, "the closing \"}\" is missing in this line", live);
    }
    at = sign + 1;
    var result = operator(new Expression(start, name, colon, close), depth, live);
    at = close + 1;
    return result;
  }

  /** Where the expression ends; negative where it does not end in its line. */
  private int close(int start, int rest, int end) {
    if (rest < noneUpTo) {
      return -1;
    }
    int lineEnd = text.indexOf('\n', rest);
    int limit = lineEnd < 0 || lineEnd > end ? end : lineEnd;
    int open = 0;
    int last = -1;
    for (int i = start + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '}') {
        open--;
        last = i;
        if (open == 0) {
          return i;
        }
      } else if (c == '{') {
        open++;
        // Docker Compose does not look at the character behind an opening brace, unless it ends
        // the expression.
        i++;
        last = i < limit && text.charAt(i) == '}' ? i : last;
      }
    }
    noneUpTo = last < 0 ? limit : noneUpTo;
    return last;
  }

  /** An expression with an operator, up to its closing brace. */
  private record Expression(int start, String name, boolean colon, int close) {}

  private String operator(Expression expression, int depth, boolean live) {
    char sign = text.charAt(at - 1);
    var value = variables.get(expression.name);
    boolean present = value != null && !(expression.colon && value.isEmpty());
    boolean usesRest = sign == '+' ? present : !present;
    var rest = usesRest && live ? run(expression.close, depth + 1, true) : "";
    if (sign == '?' && usesRest && live) {
      report(Kind.REQUIRED, expression.start, expression.name, rest);
    }
    if (usesRest) {
      return sign == '?' ? "" : rest;
    }
    return sign == '+' || value == null ? "" : value;
  }

  /** The opening is left out, and what follows is text. */
  private String invalid(int start, String name, String message, boolean live) {
    if (live && problems.stream().noneMatch(p -> p.kind() == Kind.INVALID)) {
      report(Kind.INVALID, start, name, message);
    }
    return "";
  }

  private void report(Kind kind, int start, String name, String message) {
    if (start < countedTo) {
      dollarsCounted = 0;
      countedTo = 0;
    }
    for (; countedTo < start; countedTo++) {
      dollarsCounted += text.charAt(countedTo) == '$' ? 1 : 0;
    }
    problems.add(new Problem(kind, dollarsCounted, name, message));
  }
}
