package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A list of mappings.
 *
 * @param identity what makes a later file's item take the place of an earlier one's
 */
record ItemsForm(ItemForm item, Identity identity) implements Form {
  enum Identity {
    /** Nothing: a later file adds to the list. */
    NONE(""),
    PUBLISHED("published"),
    SOURCE("source"),
    TARGET("target");

    private final String key;

    Identity(String key) {
      this.key = key;
    }

    private Comparator<String> order() {
      return this == PUBLISHED
          ? Comparator.comparingLong(Long::parseLong)
          : Comparator.naturalOrder();
    }

    private String of(YamlNode item) {
      var value = item instanceof Mapping m ? m.get(key) : Optional.<YamlNode>empty();
      return value.flatMap(Nodes::textOf).orElse(this == PUBLISHED ? "0" : "");
    }
  }

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    if (!(node instanceof Sequence list)) {
      reading.misfit(node, "a list");
      return Optional.empty();
    }
    var items = list.items().stream().flatMap(i -> item.read(i, reading).stream()).toList();
    return Optional.of(Nodes.list(items, list.where()));
  }

  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    return identity == Identity.NONE ? TextsForm.joined(earlier, later) : keyed(earlier, later);
  }

  /** Docker puts the list in order, the last of equal items winning, as soon as it merges. */
  @Override
  public YamlNode kept(YamlNode earlier) {
    return identity == Identity.NONE ? earlier : keyed(earlier, earlier);
  }

  private YamlNode keyed(YamlNode earlier, YamlNode later) {
    Map<String, YamlNode> items = new TreeMap<>(identity.order());
    TextsForm.items(earlier).forEach(i -> items.put(identity.of(i), i));
    TextsForm.items(later).forEach(i -> items.put(identity.of(i), i));
    return Nodes.list(items.values().stream().toList(), earlier.where());
  }

  @Override
  public Optional<YamlNode> printed(YamlNode node) {
    var items = TextsForm.items(node).stream().map(item::printed).toList();
    return items.isEmpty() ? Optional.empty() : Optional.of(Nodes.list(items, node.where()));
  }
}
