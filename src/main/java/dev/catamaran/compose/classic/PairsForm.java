package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Names and texts, as a mapping or as a list of {@code NAME=text}. */
enum PairsForm implements Form {
  /** As a mapping only; nothing is an empty text. */
  MAPPING,
  /** Nothing is an empty text. */
  FILLED,
  /** Nothing is nothing, and an empty text does not override another. */
  NULLABLE;

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    switch (node) {
      case Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  e -> value(e.value(), reading).ifPresent(v -> entries.put(e.name(), e.with(v))));
      case Sequence list when this != MAPPING ->
          list.items().forEach(i -> pair(i, reading, entries));
      case Sequence _, Scalar _ -> {
        reading.misfit(node, "\"key: value\" lines");
        return Optional.empty();
      }
    }
    return Optional.of(Nodes.mapping(entries.values(), node.where()));
  }

  private Optional<Scalar> value(YamlNode node, Reading reading) {
    if (!(node instanceof Scalar scalar)) {
      reading.misfit(node, "a string");
      return Optional.empty();
    }
    return Optional.of(scalar.isNull() ? nothing(scalar) : Nodes.text(scalar));
  }

  private Scalar nothing(Scalar scalar) {
    return this == NULLABLE ? Nodes.nothing(scalar.where()) : Nodes.text("", scalar.where());
  }

  private void pair(YamlNode item, Reading reading, Map<String, Entry> entries) {
    if (!(item instanceof Scalar scalar) || scalar.kind() != ScalarKind.STRING) {
      reading.misfit(item, "a string");
      return;
    }
    var text = scalar.text();
    int sign = text.indexOf('=');
    var name = sign < 0 ? text : text.substring(0, sign);
    var value = sign < 0 ? nothing(scalar) : Nodes.text(text.substring(sign + 1), scalar.where());
    entries.put(name, new Entry(Nodes.text(name, scalar.where()), value));
  }

  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    var entries = Nodes.index(earlier);
    Nodes.index(later)
        .forEach((name, entry) -> {
          var base = entries.get(name);
          if (base == null || !stays(base.value(), entry.value())) {
            entries.put(name, entry);
          }
        });
    return Nodes.mapping(entries.values(), earlier.where());
  }

  private boolean stays(YamlNode earlier, YamlNode later) {
    return this == NULLABLE && !isEmpty(earlier) && isEmpty(later);
  }

  private static boolean isEmpty(YamlNode node) {
    return Nodes.isNull(node) || Nodes.textOf(node).filter(String::isEmpty).isPresent();
  }

  @Override
  public Optional<YamlNode> printed(YamlNode node) {
    return KeyOrder.sorted(node);
  }
}
