package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.model.Where;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one mapping; a key with null is as good as none. */
final class Fields {
  private final Mapping mapping;
  private final Values values;

  Fields(Mapping mapping, Values values) {
    this.mapping = mapping;
    this.values = values;
  }

  /** The node's keys; none, with a finding, where it is no mapping; null is an empty one. */
  static Fields of(YamlNode node, Values values) {
    var none = new Mapping(List.of(), Optional.empty(), node.where());
    boolean absent = node instanceof Scalar s && s.isNull();
    return new Fields(absent ? none : values.mapping(node).orElse(none), values);
  }

  Values values() {
    return values;
  }

  Where where() {
    return mapping.where();
  }

  List<Entry> entries() {
    return mapping.entries();
  }

  /** Where the key stands, or the mapping if it does not. */
  Where place(String key) {
    return mapping.entry(key).map(e -> e.key().where()).orElse(where());
  }

  /** The keys that are no extensions. */
  List<Entry> named() {
    return mapping.entries().stream().filter(e -> !e.name().startsWith("x-")).toList();
  }

  Optional<YamlNode> node(String key) {
    return mapping.get(key).filter(n -> !(n instanceof Scalar s && s.isNull()));
  }

  boolean has(String key) {
    return node(key).isPresent();
  }

  Fields below(String key) {
    return of(node(key).orElse(new Mapping(List.of(), Optional.empty(), where())), values);
  }

  /** An empty text is none: it is what an unset variable leaves. */
  Optional<String> text(String key) {
    return node(key).flatMap(values::text).filter(t -> !t.isEmpty());
  }

  Optional<String> loose(String key) {
    return node(key).flatMap(values::loose);
  }

  boolean flag(String key) {
    return node(key).flatMap(values::flag).orElse(false);
  }

  Optional<Integer> count(String key) {
    return node(key).flatMap(values::count);
  }

  Optional<Duration> duration(String key) {
    return node(key).flatMap(values::duration);
  }

  Optional<Long> bytes(String key) {
    return node(key).flatMap(values::bytes);
  }

  Optional<Long> cpus(String key) {
    return node(key).flatMap(values::cpus);
  }

  List<YamlNode> items(String key) {
    return node(key).map(values::items).orElse(List.of());
  }

  List<String> texts(String key) {
    return node(key).map(values::texts).orElse(List.of());
  }

  Map<String, String> labels(String key) {
    return node(key).map(values::labels).orElse(Map.of());
  }

  Map<String, Optional<String>> keyed(String key) {
    return node(key).map(values::keyed).orElse(Map.of());
  }

  /** One of some words. */
  Optional<String> oneOf(String key, List<String> words) {
    return text(key)
        .flatMap(t ->
            words.contains(t)
                ? Optional.of(t)
                : values.wrong(
                    node(key).orElseThrow(), "one of " + String.join(", ", words), "choose one"));
  }
}
