package dev.catamaran.compose.specification;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** New nodes from old ones; each keeps the place of what it was made of. */
final class Nodes {
  private Nodes() {}

  static Map<String, Entry> byName(Mapping mapping) {
    var entries = LinkedHashMap.<String, Entry>newLinkedHashMap(mapping.entries().size());
    mapping.entries().forEach(e -> entries.put(e.name(), e));
    return entries;
  }

  static Mapping of(Mapping like, Collection<Entry> entries) {
    return like.with(entries instanceof List<Entry> list ? list : List.copyOf(entries));
  }

  static Sequence of(Sequence like, List<YamlNode> items) {
    return like.with(items);
  }

  static Mapping empty(Where where) {
    return new Mapping(List.of(), Optional.empty(), where);
  }

  static Scalar text(String text, Where where) {
    return new Scalar(text, ScalarKind.STRING, false, "", Optional.empty(), where);
  }

  static Scalar nothing(Where where) {
    return new Scalar("", ScalarKind.NULL, false, "", Optional.empty(), where);
  }

  static boolean isNull(YamlNode node) {
    return node instanceof Scalar s && s.isNull();
  }

  static Optional<String> string(YamlNode node) {
    return node instanceof Scalar s && s.kind() == ScalarKind.STRING
        ? Optional.of(s.text())
        : Optional.empty();
  }

  /** The mapping below that name, if it is one. */
  static Optional<Mapping> mapping(Mapping in, String name) {
    return in.get(name).filter(n -> n instanceof Mapping).map(n -> (Mapping) n);
  }

  static Mapping without(Mapping mapping, String name) {
    return of(mapping, mapping.entries().stream().filter(e -> !e.name().equals(name)).toList());
  }

  /** With another value below that name, where the name is there. */
  static Mapping replaced(Mapping mapping, String name, UnaryOperator<YamlNode> change) {
    var entries = new ArrayList<Entry>(mapping.entries().size());
    for (var entry : mapping.entries()) {
      entries.add(entry.name().equals(name) ? entry.with(change.apply(entry.value())) : entry);
    }
    return of(mapping, entries);
  }
}
