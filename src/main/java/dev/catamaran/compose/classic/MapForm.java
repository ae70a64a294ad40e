package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mapping from names that the user chose.
 *
 * @param nothing what a name without a value has: itself nothing, or an empty mapping
 */
record MapForm(Form values, Nothing nothing) implements Form {
  enum Nothing {
    STAYS,
    IS_EMPTY
  }

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    if (!(node instanceof Mapping mapping)) {
      reading.misfit(node, "a mapping");
      return Optional.empty();
    }
    var entries = new ArrayList<Entry>();
    for (var entry : mapping.entries()) {
      var value = entry.value();
      if (!Nodes.isNull(value)) {
        values.read(value, reading.named(entry.name())).map(entry::with).ifPresent(entries::add);
      } else if (nothing == Nothing.STAYS) {
        entries.add(entry.with(Nodes.nothing(value.where())));
      } else {
        var empty = Nodes.mapping(List.of(), value.where());
        values.read(empty, reading.named(entry.name())).map(entry::with).ifPresent(entries::add);
      }
    }
    return Optional.of(mapping.with(entries));
  }

  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    var entries = Nodes.index(earlier);
    Nodes.index(later)
        .forEach((name, over) ->
            entries.merge(name, over, (a, b) -> b.with(value(a.value(), b.value(), faults))));
    return Nodes.mapping(entries.values(), earlier.where());
  }

  private YamlNode value(YamlNode earlier, YamlNode later, Faults faults) {
    if (Nodes.isNull(later)) {
      return earlier;
    }
    return Nodes.isNull(earlier) ? later : values.merge(earlier, later, faults);
  }

  @Override
  public Optional<YamlNode> printed(YamlNode node) {
    if (!(node instanceof Mapping mapping)) {
      return Optional.empty();
    }
    var shown = new ArrayList<Entry>(mapping.entries().size());
    for (var entry : mapping.entries()) {
      shown.add(Nodes.isNull(entry.value()) ? entry : entry.with(shown(entry.value())));
    }
    return KeyOrder.sorted(mapping.with(shown));
  }

  private YamlNode shown(YamlNode value) {
    return values.printed(value).orElseGet(() -> Nodes.mapping(List.of(), value.where()));
  }
}
