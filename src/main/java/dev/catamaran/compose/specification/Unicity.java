package dev.catamaran.compose.specification;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Leaves one item of those that mean the same thing: the last, at the place of the first. */
final class Unicity {
  private final Consumer<YamlNode> nameless;

  private Unicity(Consumer<YamlNode> nameless) {
    this.nameless = nameless;
  }

  static Mapping of(Mapping file) {
    return new Unicity(_ -> {}).mapping(file, Identity.TABLE);
  }

  /** For a file in its long form, in which every item must say what it is. */
  static Mapping checked(Mapping file, Faults faults) {
    return new Unicity(
            item -> {
              if (item instanceof Mapping) {
                faults.invalid(
                    item.where(),
                    "this item does not say where in the container it belongs",
                    "add \"target:\" to it");
              }
            })
        .mapping(file, Identity.TABLE);
  }

  private Mapping mapping(Mapping mapping, PathTable<Identity> here) {
    return mapping.each(e -> {
      var below = here.at(e.name());
      return below.isEmpty() ? e : e.with(node(e.value(), below));
    });
  }

  private YamlNode node(YamlNode node, PathTable<Identity> here) {
    return switch (node) {
      case Mapping m -> mapping(m, here);
      case Sequence s when here.here().isPresent() -> items(s, here.here().get());
      case Sequence s -> s;
      case Scalar s -> s;
    };
  }

  private Sequence items(Sequence list, Identity identity) {
    Map<Object, YamlNode> kept = new LinkedHashMap<>();
    for (int i = 0; i < list.items().size(); i++) {
      var item = list.items().get(i);
      var name = identity.of(item);
      if (name.isEmpty()) {
        nameless.accept(item);
      }
      kept.put(name.isPresent() ? name.get() : i, item);
    }
    return Nodes.of(list, new ArrayList<>(kept.values()));
  }
}
