package dev.catamaran.compose.phase;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lays a later file over an earlier one, by the table's rule for each path. */
public final class Merge {
  private static final Optional<String> RESET = Optional.of("!reset");
  private static final Optional<String> OVERRIDE = Optional.of("!override");

  private Merge() {}

  /** All files in order; {@code !reset} and {@code !override} have done their work. */
  public static Mapping all(List<Mapping> files) {
    var merged = files.getFirst();
    for (var later : files.subList(1, files.size())) {
      merged = mappings(merged, later, KeyTree.COMPOSE);
    }
    return (Mapping) cleared(merged);
  }

  private static Mapping mappings(Mapping base, Mapping over, KeyTree table) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    base.entries().forEach(e -> entries.put(e.name(), e));
    for (var entry : over.entries()) {
      var earlier = entries.get(entry.name());
      var tag = entry.value().tag();
      if (earlier == null || tag.equals(RESET) || tag.equals(OVERRIDE)) {
        entries.put(entry.name(), entry);
      } else {
        var value = values(earlier.value(), entry.value(), table.key(entry.name()));
        var key = value instanceof Scalar ? entry.key() : earlier.key();
        entries.put(entry.name(), new Entry(key, value));
      }
    }
    return new Mapping(List.copyOf(entries.values()), base.tag(), base.where());
  }

  private static YamlNode values(YamlNode base, YamlNode over, KeyTree row) {
    return switch (row.merge()) {
      case AUTO -> auto(base, over, row);
      case REPLACE -> over;
      case KEYED -> auto(KeyedList.mapping(base), KeyedList.mapping(over), row);
      case NAMED -> auto(named(base), named(over), row);
      case UNIQUE -> joined(asList(base), asList(over), Identity::whole);
      case PORTS -> joined(base, over, Identity::port);
      case TARGETS -> joined(base, over, Identity::target);
    };
  }

  /** A null that overrides a mapping or a list says nothing; one that overrides a text counts. */
  private static YamlNode auto(YamlNode base, YamlNode over, KeyTree row) {
    if (base instanceof Mapping b && over instanceof Mapping o) {
      return mappings(b, o, row);
    }
    if (base instanceof Sequence && over instanceof Sequence) {
      return joined(base, over, Identity::whole);
    }
    boolean silent = over instanceof Scalar s && s.isNull() && !(base instanceof Scalar);
    return silent ? base : over;
  }

  private static YamlNode joined(
      YamlNode base, YamlNode over, Function<YamlNode, String> identity) {
    if (!(base instanceof Sequence b) || !(over instanceof Sequence o)) {
      return over instanceof Scalar s && s.isNull() ? base : over;
    }
    Map<String, YamlNode> items = new LinkedHashMap<>();
    b.items().forEach(i -> items.put(identity.apply(i), i));
    o.items().forEach(i -> items.put(identity.apply(i), i));
    return new Sequence(List.copyOf(items.values()), b.tag(), b.where());
  }

  /** One text where a list may stand is a list of one. */
  private static YamlNode asList(YamlNode node) {
    return node instanceof Scalar s && !s.isNull()
        ? new Sequence(List.of(s), s.tag(), s.where())
        : node;
  }

  /** A list of names as a mapping from each name to nothing. */
  private static YamlNode named(YamlNode node) {
    if (!(node instanceof Sequence list)
        || !list.items().stream().allMatch(Scalar.class::isInstance)) {
      return node;
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (var item : list.items()) {
      var name = (Scalar) item;
      var nothing = new Scalar("", ScalarKind.NULL, false, "", Optional.empty(), name.where());
      entries.putIfAbsent(name.text(), new Entry(name, nothing));
    }
    return new Mapping(List.copyOf(entries.values()), list.tag(), list.where());
  }

  /** Without what was reset, and without the tags. */
  private static YamlNode cleared(YamlNode node) {
    return switch (node) {
      case Mapping m ->
          new Mapping(
              m.entries().stream()
                  .filter(e -> !e.value().tag().equals(RESET))
                  .map(e -> new Entry(e.key(), cleared(e.value())))
                  .toList(),
              Optional.empty(),
              m.where());
      case Sequence s ->
          new Sequence(
              s.items().stream().filter(i -> !i.tag().equals(RESET)).map(Merge::cleared).toList(),
              Optional.empty(),
              s.where());
      case Scalar s -> s;
    };
  }
}
