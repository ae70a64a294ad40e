package dev.catamaran.compose.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One text with {@code $VAR} and {@code ${VAR}} expressions, put in as Compose does: the operators
 * {@code - :- + :+ ? :?} may nest, {@code $$} is a dollar, a lone dollar stays.
 */
public final class Template {
  private static final int DEEPEST = 20;

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

  private Template(String text, Map<String, String> variables) {
    this.text = text;
    this.variables = variables;
  }

  public static Expanded expand(String text, Map<String, String> variables) {
    if (text.indexOf('$') < 0) {
      return new Expanded(text, List.of());
    }
    var template = new Template(text, variables);
    return new Expanded(template.run(0, true), List.copyOf(template.problems));
  }

  /**
   * Reads on to the end, or inside an expression to the brace that closes it.
   *
   * @param live whether the result is used; what is not used is read, but never complained about
   */
  private String run(int depth, boolean live) {
    var out = new StringBuilder();
    int open = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '$') {
        out.append(dollar(depth, live));
        continue;
      }
      if (depth > 0 && c == '}' && open-- == 0) {
        return out.toString();
      }
      open += depth > 0 && c == '{' ? 1 : 0;
      out.append(c);
      at++;
    }
    return out.toString();
  }

  private String dollar(int depth, boolean live) {
    int start = at;
    at++;
    if (at < text.length() && text.charAt(at) == '$') {
      at++;
      return "$";
    }
    if (at < text.length() && text.charAt(at) == '{') {
      at++;
      return braced(start, depth, live);
    }
    var name = name();
    return name.isEmpty() ? "$" : value(start, name, live);
  }

  private String name() {
    int start = at;
    while (at < text.length() && isName(text.charAt(at), at == start)) {
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

  private String braced(int start, int depth, boolean live) {
    var name = name();
    if (name.isEmpty()) {
      return invalid(start, name, "a variable name is missing behind \"${\"");
    }
    if (depth >= DEEPEST) {
      return invalid(start, name, "nested more than " + DEEPEST + " levels deep");
    }
    if (at < text.length() && text.charAt(at) == '}') {
      at++;
      return value(start, name, live);
    }
    boolean colon = at < text.length() && text.charAt(at) == ':';
    int sign = at + (colon ? 1 : 0);
    if (sign >= text.length() || "-+?".indexOf(text.charAt(sign)) < 0) {
      return invalid(start, name, "\"}\" or one of - :- + :+ ? :? is expected behind the name");
    }
    at = sign + 1;
    return operator(start, name, colon, live, depth);
  }

  private String operator(int start, String name, boolean colon, boolean live, int depth) {
    char sign = text.charAt(at - 1);
    var value = variables.get(name);
    boolean present = value != null && !(colon && value.isEmpty());
    boolean usesRest = sign == '+' ? present : !present;
    var rest = run(depth + 1, live && usesRest);
    if (at >= text.length()) {
      return invalid(start, name, "the closing \"}\" is missing");
    }
    at++;
    if (sign == '?' && usesRest && live) {
      report(Kind.REQUIRED, start, name, rest);
    }
    if (usesRest) {
      return sign == '?' ? "" : rest;
    }
    return sign == '+' || value == null ? "" : value;
  }

  /** The rest of the text cannot be understood any more and is left out. */
  private String invalid(int start, String name, String message) {
    if (problems.stream().noneMatch(p -> p.kind() == Kind.INVALID)) {
      report(Kind.INVALID, start, name, message);
    }
    at = text.length();
    return "";
  }

  private void report(Kind kind, int start, String name, String message) {
    int dollar = (int) text.chars().limit(start).filter(c -> c == '$').count();
    problems.add(new Problem(kind, dollar, name, message));
  }
}
