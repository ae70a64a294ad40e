package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes that no one wrote down; each has the place of the text it comes from. */
final class Made {
  private Made() {}

  static Scalar text(String text, Where where) {
    return new Scalar(text, ScalarKind.STRING, true, "", Optional.empty(), where);
  }

  static Scalar number(String digits, ScalarKind kind, Where where) {
    return new Scalar(digits, kind, false, "", Optional.empty(), where);
  }

  static Scalar number(long number, Where where) {
    return number(Long.toString(number), ScalarKind.INTEGER, where);
  }

  static Scalar flag(boolean value, Where where) {
    return new Scalar(
        Boolean.toString(value), ScalarKind.BOOLEAN, false, "", Optional.empty(), where);
  }

  static Scalar nothing(Where where) {
    return new Scalar("", ScalarKind.NULL, false, "", Optional.empty(), where);
  }

  static Entry entry(String key, YamlNode value) {
    return new Entry(text(key, value.where()), value);
  }

  static Mapping mapping(Where where, Entry... entries) {
    return mapping(where, List.of(entries));
  }

  static Mapping mapping(Where where, List<Entry> entries) {
    return new Mapping(entries, Optional.empty(), where);
  }

  static Sequence list(Where where, List<? extends YamlNode> items) {
    return new Sequence(List.copyOf(items), Optional.empty(), where);
  }

  /** The mapping with other entries. */
  static Mapping like(Mapping mapping, List<Entry> entries) {
    return new Mapping(entries, mapping.tag(), mapping.where());
  }

  /** The mapping with this value in its key's place, or behind the others. */
  static Mapping put(Mapping mapping, String key, YamlNode value) {
    var entries = new ArrayList<Entry>(mapping.entries().size() + 1);
    boolean placed = false;
    for (var entry : mapping.entries()) {
      boolean same = entry.name().equals(key);
      entries.add(same ? new Entry(entry.key(), value) : entry);
      placed |= same;
    }
    if (!placed) {
      entries.add(entry(key, value));
    }
    return like(mapping, entries);
  }

  static Mapping putIfAbsent(Mapping mapping, String key, YamlNode value) {
    return mapping.entry(key).isPresent() ? mapping : put(mapping, key, value);
  }
}
