package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Attributes that may be a text, a list or a mapping, and mean the same in each form. */
final class Lists {
  private Lists() {}

  /** One text is a list of one. */
  static YamlNode toList(YamlNode node, Faults faults) {
    return node instanceof Scalar s && s.kind() == ScalarKind.STRING
        ? Made.list(s.where(), List.of(s))
        : node;
  }

  static YamlNode withoutBlanks(YamlNode node, Faults faults) {
    return toList(node, faults) instanceof Sequence list
        ? Made.list(list.where(), list.items().stream().filter(i -> !isBlank(i)).toList())
        : node;
  }

  private static boolean isBlank(YamlNode node) {
    return node instanceof Scalar s && s.text().isEmpty();
  }

  /** A list of names is a mapping in which they have no value. */
  static YamlNode toKeys(YamlNode node, Faults faults) {
    if (!(node instanceof Sequence list)) {
      return node;
    }
    var entries = new LinkedHashMap<String, Entry>();
    for (var item : list.items()) {
      if (item instanceof Scalar name) {
        entries.putIfAbsent(name.text(), new Entry(name, Made.nothing(name.where())));
      }
    }
    return Made.mapping(list.where(), List.copyOf(entries.values()));
  }

  /** A list of {@code key=value} is a mapping. */
  static YamlNode toPairs(YamlNode node, Faults faults) {
    if (!(node instanceof Sequence list)) {
      return node;
    }
    var entries = new LinkedHashMap<String, Entry>();
    for (var item : list.items()) {
      var text = item instanceof Scalar s ? s.asText() : "";
      int sign = text.indexOf('=');
      if (sign < 0) {
        faults.invalid(
            item.where(), "\"" + text + "\" has no =", "write it like name=docker-image://alpine");
      } else {
        var name = text.substring(0, sign);
        entries.put(name, Made.entry(name, Made.text(text.substring(sign + 1), item.where())));
      }
    }
    return Made.mapping(list.where(), new ArrayList<>(entries.values()));
  }

  static YamlNode toText(YamlNode node, Faults faults) {
    return node instanceof Scalar s && s.kind() != ScalarKind.STRING
        ? Made.text(s.isNull() ? "<nil>" : s.asText(), s.where())
        : node;
  }

  static YamlNode toExtends(YamlNode node, Faults faults) {
    return node instanceof Scalar s ? Made.mapping(s.where(), Made.entry("service", s)) : node;
  }

  /** One number for both limits, or both. */
  static YamlNode limit(YamlNode node, Faults faults) {
    boolean fits = node instanceof Mapping || (node instanceof Scalar s && s.asLong().isPresent());
    if (!fits) {
      faults.invalid(
          node.where(),
          "a limit is a whole number, not " + node.words(),
          "write a number, or soft: and hard: with a number each");
    }
    return node;
  }
}
