package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.model.Where;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the nodes of the canonical tree; each has the place of the text it comes from. */
final class Nodes {
  private Nodes() {}

  static Scalar text(String text, Where where) {
    return new Scalar(text, ScalarKind.STRING, false, "", Optional.empty(), where);
  }

  /** The same string where it is one already, so that places inside it can be found. */
  static Scalar text(Scalar scalar) {
    return scalar.kind() == ScalarKind.STRING && scalar.tag().isEmpty()
        ? scalar
        : text(scalar.asText(), scalar.where());
  }

  static Scalar number(long number, Where where) {
    return new Scalar(
        Long.toString(number), ScalarKind.INTEGER, false, "", Optional.empty(), where);
  }

  static Scalar flag(boolean flag, Where where) {
    return new Scalar(
        Boolean.toString(flag), ScalarKind.BOOLEAN, false, "", Optional.empty(), where);
  }

  static Scalar nothing(Where where) {
    return new Scalar("", ScalarKind.NULL, false, "", Optional.empty(), where);
  }

  static Entry entry(String key, YamlNode value) {
    return new Entry(text(key, value.where()), value);
  }

  static Mapping mapping(Collection<Entry> entries, Where where) {
    return new Mapping(List.copyOf(entries), Optional.empty(), where);
  }

  static Sequence list(List<YamlNode> items, Where where) {
    return new Sequence(items, Optional.empty(), where);
  }

  static boolean isNull(YamlNode node) {
    return node instanceof Scalar s && s.isNull();
  }

  /** Entries by name, in their order. */
  static Map<String, Entry> index(YamlNode mapping) {
    var index = new LinkedHashMap<String, Entry>();
    if (mapping instanceof Mapping m) {
      m.entries().forEach(e -> index.put(e.name(), e));
    }
    return index;
  }

  static Optional<String> textOf(YamlNode node) {
    return node instanceof Scalar s ? Optional.of(s.asText()) : Optional.empty();
  }
}
