package dev.catamaran.compose.text;

import dev.catamaran.compose.text.Template.Expanded;
import dev.catamaran.compose.text.Template.Kind;
import dev.catamaran.compose.text.Template.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One text with {@code $VAR} and {@code ${VAR}} expressions, put in as {@code docker stack} does:
 * the operators {@code - :- ? :?} work with braces and without, defaults are taken as they are
 * written, and a dollar that begins nothing is an error.
 */
public final class ClassicTemplate {
  private final String text;
  private final Map<String, String> variables;
  private final List<Problem> problems = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private int dollars;

  private ClassicTemplate(String text, Map<String, String> variables) {
    this.text = text;
    this.variables = variables;
  }

  public static Expanded expand(String text, Map<String, String> variables) {
    return new ClassicTemplate(text, variables).run();
  }

  private Expanded run() {
    int at = 0;
    for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', at)) {
      out.append(text, at, dollar);
      at = expression(dollar);
      for (int i = dollar; i < at; i++) {
        dollars += text.charAt(i) == '$' ? 1 : 0;
      }
    }
    out.append(text, at, text.length());
    return new Expanded(out.toString(), List.copyOf(problems));
  }

  /** Reads what begins at the dollar; the result is where the text goes on. */
  private int expression(int dollar) {
    int start = dollar + 1;
    if (start < text.length() && text.charAt(start) == '$') {
      out.append('$');
      return start + 1;
    }
    boolean braced = start < text.length() && text.charAt(start) == '{';
    int name = braced ? start + 1 : start;
    int end = end(name);
    if (end == name || (braced && (end >= text.length() || text.charAt(end) != '}'))) {
      report(Kind.INVALID, "", "docker stack reads ${NAME} with - :- ? :? only");
      return start;
    }
    substitute(text.substring(name, end));
    return braced ? end + 1 : end;
  }

  /** Where the name ends that begins here, and its operator with all up to a closing brace. */
  private int end(int start) {
    int end = start;
    while (end < text.length() && isName(text.charAt(end), end == start)) {
      end++;
    }
    if (end == start) {
      return end;
    }
    int sign = end < text.length() && text.charAt(end) == ':' ? end + 1 : end;
    if (sign < text.length() && (text.charAt(sign) == '-' || text.charAt(sign) == '?')) {
      int brace = text.indexOf('}', sign);
      return brace < 0 ? text.length() : brace;
    }
    return end;
  }

  private static boolean isName(char c, boolean first) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return letter || (!first && c >= '0' && c <= '9');
  }

  /** Docker looks for the operators in this order, anywhere: {@code A:?x-y} is a default of y. */
  private void substitute(String whole) {
    forgive();
    int cut = whole.indexOf(":-");
    if (cut >= 0) {
      out.append(
          value(whole.substring(0, cut))
              .filter(v -> !v.isEmpty())
              .orElse(whole.substring(cut + 2)));
      return;
    }
    cut = whole.indexOf('-');
    if (cut >= 0) {
      out.append(value(whole.substring(0, cut)).orElse(whole.substring(cut + 1)));
      return;
    }
    cut = whole.indexOf(":?");
    if (cut >= 0) {
      var name = whole.substring(0, cut);
      required(name, value(name).filter(v -> !v.isEmpty()), whole.substring(cut + 2));
      return;
    }
    cut = whole.indexOf('?');
    if (cut >= 0) {
      var name = whole.substring(0, cut);
      required(name, value(name), whole.substring(cut + 1));
      return;
    }
    value(whole).ifPresentOrElse(out::append, () -> report(Kind.UNSET, whole, ""));
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  private void required(String name, Optional<String> value, String message) {
    value.ifPresentOrElse(out::append, () -> report(Kind.REQUIRED, name, message));
  }

  /** Docker forgets what was wrong as soon as a later expression of the same text is fine. */
  private void forgive() {
    problems.replaceAll(p ->
        p.kind() == Kind.UNSET ? p : new Problem(Kind.FORGIVEN, p.dollar(), p.name(), p.message()));
  }

  private void report(Kind kind, String name, String message) {
    problems.add(new Problem(kind, dollars, name, message));
  }
}
