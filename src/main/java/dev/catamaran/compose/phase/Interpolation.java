package dev.catamaran.compose.phase;

import dev.catamaran.compose.text.Template.Expanded;
import dev.catamaran.compose.text.Template.Problem;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Where;
import java.util.HashSet;
import java.util.Set;

/** Puts variables into every value of a tree; keys stay as they are. */
public final class Interpolation {
  /** Puts variables into one text. */
  @FunctionalInterface
  public interface Expander {
    Expanded expand(String text);

    /** What the user can do about a variable that is not set. */
    default String remedy(String name) {
      return "set " + name + " in the environment or in .env";
    }
  }

  private final Expander expander;
  private final Casts casts;
  private final boolean castsAll;
  private final Faults faults;
  private final Set<String> told = new HashSet<>();

  /**
   * A way to put variables in.
   *
   * @param castsAll whether texts without variables become numbers and booleans as well
   */
  public Interpolation(Expander expander, Casts casts, boolean castsAll, Faults faults) {
    this.expander = expander;
    this.casts = casts;
    this.castsAll = castsAll;
    this.faults = faults;
  }

  public Mapping apply(Mapping file) {
    return mapping(file, casts);
  }

  private YamlNode node(YamlNode node, Casts here) {
    return switch (node) {
      case Mapping m -> mapping(m, here);
      case Sequence s -> list(s, here.item());
      case Scalar s -> scalar(s, here);
    };
  }

  private Mapping mapping(Mapping mapping, Casts here) {
    return mapping.each(e -> e.with(node(e.value(), here.key(e.name()))));
  }

  private Sequence list(Sequence list, Casts here) {
    return list.each(i -> node(i, here));
  }

  private Scalar scalar(Scalar scalar, Casts here) {
    if (scalar.kind() != ScalarKind.STRING) {
      return scalar;
    }
    var text = scalar.text();
    if (text.indexOf('$') >= 0) {
      var expanded = expander.expand(text);
      expanded.problems().forEach(p -> tell(p, scalar.placeOf('$', p.dollar())));
      text = expanded.text();
    }
    boolean same = text.equals(scalar.text());
    if (here.kind().isPresent() && (castsAll || !same)) {
      return cast(scalar, text, here.kind().get());
    }
    return same ? scalar : made(scalar, text, ScalarKind.STRING);
  }

  private Scalar cast(Scalar scalar, String text, ScalarKind kind) {
    var cast = Casts.cast(text, kind);
    if (cast.isEmpty()) {
      faults.invalid(
          scalar.where(),
          "expected "
              + (kind == ScalarKind.BOOLEAN ? "true or false" : kind.words())
              + ", and this is \""
              + text
              + "\"",
          kind == ScalarKind.BOOLEAN ? "write true or false" : "write digits only");
    }
    if (castsAll && kind == ScalarKind.BOOLEAN && cast.isPresent()) {
      tellOldWord(scalar, text, cast.get());
    }
    return made(scalar, cast.orElse(text), cast.isPresent() ? kind : ScalarKind.STRING);
  }

  private void tellOldWord(Scalar scalar, String text, String meaning) {
    if (!text.equalsIgnoreCase(meaning)) {
      faults.add(
          Finding.warning(Code.VALUE_INVALID, "\"" + text + "\" is read as " + meaning + " for now")
              .at(scalar.where())
              .because("YAML 1.2 does not know this word for it any more")
              .tryThis("write " + meaning));
    }
  }

  private static Scalar made(Scalar scalar, String text, ScalarKind kind) {
    return new Scalar(text, kind, scalar.quoted(), "", scalar.tag(), scalar.where());
  }

  /** Docker goes on where a later expression of the same text is fine, and nobody would know. */
  private Finding forgiven(Problem problem) {
    var name = problem.name();
    return name.isEmpty()
        ? Finding.warning(
                Code.INTERPOLATION_INVALID,
                "docker stack leaves out the expression that begins here")
            .tryThis("write $$ for a dollar sign that is meant as one")
        : Finding.warning(
                Code.VARIABLE_REQUIRED,
                "the file requires the variable "
                    + name
                    + "; docker stack puts an empty text in its place, as an expression follows")
            .tryThis(expander.remedy(name));
  }

  private void tell(Problem problem, Where where) {
    var name = problem.name();
    switch (problem.kind()) {
      case UNSET -> {
        // Once is enough: the remedy is the same everywhere.
        if (told.add(name)) {
          faults.add(
              Finding.warning(
                      Code.VARIABLE_UNSET,
                      "the variable " + name + " is not set; an empty text stands in its place")
                  .at(where)
                  .tryThis(expander.remedy(name), "give a default: ${" + name + ":-value}"));
        }
      }
      case REQUIRED ->
          faults.add(
              Finding.error(
                      Code.VARIABLE_REQUIRED,
                      "the file requires the variable "
                          + name
                          + (problem.message().isBlank() ? "" : ": " + problem.message()))
                  .at(where)
                  .tryThis(expander.remedy(name)));
      case INVALID ->
          faults.add(
              Finding.error(
                      Code.INTERPOLATION_INVALID,
                      "the expression that begins here cannot be read: " + problem.message())
                  .at(where)
                  .tryThis("write $$ for a dollar sign that is meant as one"));
      case FORGIVEN -> faults.add(forgiven(problem).at(where));
    }
  }
}
