package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import dev.catamaran.model.ServiceName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A table of rules by path, put to every node of a file that has one; outer nodes come first. */
final class Rules {
  /** Makes another node of a node, or the same and a finding. */
  @FunctionalInterface
  interface Rule {
    YamlNode apply(YamlNode node, Faults faults);
  }

  private static final String ANY = "*";
  private static final Rules NONE = new Rules();

  private final Map<String, Rules> below = new HashMap<>();
  private final boolean services;
  private Optional<Rule> rule = Optional.empty();

  Rules() {
    this("");
  }

  private Rules(String step) {
    this.services = step.equals("services");
  }

  /**
   * Adds a rule, behind those that the path has already.
   *
   * @param path names with points between them; {@code *} is any name and any list item
   */
  Rules with(String path, Rule added) {
    var here = this;
    for (var step : path.split("\\.", -1)) {
      here = here.below.computeIfAbsent(step, Rules::new);
    }
    here.rule = Optional.of(here.rule.map(first -> chained(first, added)).orElse(added));
    return this;
  }

  private static Rule chained(Rule first, Rule second) {
    return (node, faults) -> second.apply(first.apply(node, faults), faults);
  }

  Mapping apply(Mapping file, Faults faults) {
    return below(file, faults) instanceof Mapping done ? done : file;
  }

  private boolean isEmpty() {
    return rule.isEmpty() && below.isEmpty();
  }

  private YamlNode apply(YamlNode node, Faults faults) {
    var made = rule.isPresent() ? rule.get().apply(node, faults) : node;
    return below.isEmpty() ? made : below(made, faults);
  }

  private YamlNode below(YamlNode node, Faults faults) {
    return switch (node) {
      case Mapping m -> mapping(m, faults);
      case Sequence s -> items(s, faults);
      case Scalar s -> s;
    };
  }

  private Mapping mapping(Mapping mapping, Faults faults) {
    var any = below.getOrDefault(ANY, NONE);
    return mapping.each(e -> {
      var rules = below.getOrDefault(e.name(), any);
      return rules.isEmpty() ? e : e.with(rules.apply(e.value(), of(e, faults)));
    });
  }

  /** What is found below a service is told in its name. */
  private Faults of(Entry entry, Faults faults) {
    return services ? ServiceName.parse(entry.name()).map(faults::of).orElse(faults) : faults;
  }

  private Sequence items(Sequence list, Faults faults) {
    var rules = below.get(ANY);
    return rules == null ? list : list.each(i -> rules.apply(i, faults));
  }
}
