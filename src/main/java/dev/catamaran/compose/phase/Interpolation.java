package dev.catamaran.compose.phase;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Where;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts variables into every value of a tree; keys stay as they are. */
public final class Interpolation {
  private final Map<String, String> variables;
  private final List<Finding> findings;
  private final Set<String> told = new HashSet<>();

  public Interpolation(Map<String, String> variables, List<Finding> findings) {
    this.variables = Map.copyOf(variables);
    this.findings = findings;
  }

  public YamlNode apply(YamlNode node) {
    return switch (node) {
      case Mapping m ->
          new Mapping(
              m.entries().stream().map(e -> new Entry(e.key(), apply(e.value()))).toList(),
              m.tag(),
              m.where());
      case Sequence s ->
          new Sequence(s.items().stream().map(this::apply).toList(), s.tag(), s.where());
      case Scalar s -> scalar(s);
    };
  }

  private Scalar scalar(Scalar scalar) {
    if (scalar.text().indexOf('$') < 0) {
      return scalar;
    }
    var expanded = Template.expand(scalar.text(), variables);
    expanded.problems().forEach(p -> tell(p, scalar.placeOf('$', p.dollar())));
    return new Scalar(
        expanded.text(), ScalarKind.STRING, scalar.quoted(), "", scalar.tag(), scalar.where());
  }

  private void tell(Template.Problem problem, Where where) {
    var name = problem.name();
    switch (problem.kind()) {
      case UNSET -> {
        // Once is enough: the remedy is the same everywhere.
        if (told.add(name)) {
          findings.add(
              Finding.warning(
                      Code.VARIABLE_UNSET,
                      "the variable " + name + " is not set; an empty text stands in its place")
                  .at(where)
                  .tryThis(
                      "set " + name + " in the environment or in .env",
                      "give a default: ${" + name + ":-value}"));
        }
      }
      case REQUIRED ->
          findings.add(
              Finding.error(
                      Code.VARIABLE_REQUIRED,
                      "the file requires the variable "
                          + name
                          + (problem.message().isBlank() ? "" : ": " + problem.message()))
                  .at(where)
                  .tryThis("set " + name + " in the environment or in .env"));
      case INVALID ->
          findings.add(
              Finding.error(
                      Code.INTERPOLATION_INVALID,
                      "the expression that begins here cannot be read: " + problem.message())
                  .at(where)
                  .tryThis("write $$ for a dollar sign that is meant as one"));
    }
  }
}
