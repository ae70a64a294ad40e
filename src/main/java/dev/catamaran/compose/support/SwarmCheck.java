package dev.catamaran.compose.support;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.ServiceName;
import java.util.Optional;

/** Says which attributes of a project do not reach a Swarm service. */
public final class SwarmCheck {
  private final Faults faults;

  private SwarmCheck(Faults faults) {
    this.faults = faults;
  }

  /** Looks up every key of a canonical tree. */
  public static void of(Mapping tree, Attributes table, Faults faults) {
    for (var section : tree.entries()) {
      var row = table.key(section.name());
      if (section.name().equals("services") && section.value() instanceof Mapping services) {
        for (var service : services.entries()) {
          var own = ServiceName.parse(service.name()).map(faults::of).orElse(faults);
          new SwarmCheck(own).node(service.value(), row.key(service.name()));
        }
      } else {
        new SwarmCheck(faults).entry(section, row);
      }
    }
  }

  private void node(YamlNode node, Attributes row) {
    switch (node) {
      case Mapping mapping ->
          mapping.entries().stream()
              .filter(e -> !e.name().startsWith("x-"))
              .forEach(e -> entry(e, row.key(e.name())));
      case Sequence list -> list.items().forEach(i -> node(i, row.item()));
      case Scalar _ -> {}
    }
  }

  private void entry(Entry entry, Attributes row) {
    var finding = row.on(Engine.SWARM).flatMap(s -> finding(entry, s));
    if (finding.isEmpty()) {
      node(entry.value(), row);
    } else if (!saysNothing(entry.value())) {
      faults.add(finding.get().at(entry.key().where()));
    }
  }

  private static Optional<Finding> finding(Entry entry, Support support) {
    var left = "\"" + entry.name() + "\" is left out: " + support.why();
    return (switch (support.verdict()) {
          case YES, PARTLY -> Optional.<Finding>empty();
          case NOTED -> Optional.of(Finding.info(Code.KEY_NOT_APPLIED, left));
          case IGNORED -> Optional.of(Finding.warning(Code.KEY_NOT_APPLIED, left));
          case REFUSED ->
              Optional.of(
                  Finding.error(
                      Code.KEY_NOT_SUPPORTED,
                      "\"" + entry.name() + "\" cannot be carried over: " + support.why()));
        })
        .map(f -> f.tryThis(support.ways()));
  }

  /** Null, false, an empty text, list or mapping: leaving it out changes nothing. */
  private static boolean saysNothing(YamlNode value) {
    return switch (value) {
      case Mapping m -> m.entries().isEmpty();
      case Sequence s -> s.items().isEmpty();
      case Scalar s -> s.isNull() || s.text().isEmpty() || s.asText().equals("false");
    };
  }
}
