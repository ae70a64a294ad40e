package dev.catamaran.compose.specification;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One form of an attribute as its other form, so that files which use different ones can be laid
 * over one another; empty where the value has neither.
 */
final class ListForms {
  private ListForms() {}

  /** A mapping's entries as {@code name=value}, sorted; a text as its only item. */
  static Optional<List<YamlNode>> items(YamlNode node) {
    return switch (node) {
      case Mapping m -> Optional.of(pairs(m));
      case Sequence s -> Optional.of(s.items());
      case Scalar s -> s.kind() == ScalarKind.STRING ? Optional.of(List.of(s)) : Optional.empty();
    };
  }

  private static List<YamlNode> pairs(Mapping mapping) {
    var pairs = new ArrayList<Scalar>(mapping.entries().size());
    for (var entry : mapping.entries()) {
      switch (entry.value()) {
        case Sequence several -> several.items().forEach(v -> pairs.add(pair(entry, v)));
        case Mapping odd -> pairs.add(pair(entry, odd));
        case Scalar value ->
            pairs.add(
                value.isNull()
                    ? Nodes.text(entry.name(), entry.key().where())
                    : pair(entry, value));
      }
    }
    pairs.sort((a, b) -> a.text().compareTo(b.text()));
    return List.copyOf(pairs);
  }

  private static Scalar pair(Entry entry, YamlNode value) {
    var text = value instanceof Scalar s ? s.asText() : "";
    return Nodes.text(entry.name() + "=" + text, value.where());
  }

  static Optional<Mapping> build(YamlNode node) {
    return switch (node) {
      case Mapping m -> Optional.of(m);
      case Scalar s when s.kind() == ScalarKind.STRING ->
          Optional.of(one(Nodes.text("context", s.where()), s));
      case Scalar _, Sequence _ -> Optional.empty();
    };
  }

  static Optional<Mapping> dependencies(YamlNode node) {
    return named(node, ListForms::started);
  }

  static Optional<Mapping> names(YamlNode node) {
    return named(node, s -> Nodes.nothing(s.where()));
  }

  /** What a service waits for where only the other's name is written. */
  private static YamlNode started(Scalar name) {
    var where = name.where();
    return new Mapping(
        List.of(
            new Entry(Nodes.text("condition", where), Nodes.text("service_started", where)),
            new Entry(Nodes.text("required", where), yes(where))),
        Optional.empty(),
        where);
  }

  private static Scalar yes(Where where) {
    return new Scalar("true", ScalarKind.BOOLEAN, false, "", Optional.empty(), where);
  }

  private static Optional<Mapping> named(YamlNode node, Function<Scalar, YamlNode> meaning) {
    return switch (node) {
      case Mapping m -> Optional.of(m);
      case Sequence s -> {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (var item : s.items()) {
          if (!(item instanceof Scalar name) || name.kind() != ScalarKind.STRING) {
            yield Optional.empty();
          }
          entries.put(name.text(), new Entry(name, meaning.apply(name)));
        }
        yield Optional.of(new Mapping(List.copyOf(entries.values()), Optional.empty(), s.where()));
      }
      case Scalar _ -> Optional.empty();
    };
  }

  private static Mapping one(Scalar key, YamlNode value) {
    return new Mapping(List.of(new Entry(key, value)), Optional.empty(), value.where());
  }
}
