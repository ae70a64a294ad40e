package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import java.util.LinkedHashMap;
import java.util.List;

/** {@code build:}, whose short form is the context's path. */
final class Builds {
  private static final String CONTEXT = "context";

  private Builds() {}

  static YamlNode longForm(YamlNode node, Faults faults) {
    return node instanceof Scalar s ? Made.mapping(s.where(), Made.entry(CONTEXT, s)) : node;
  }

  static YamlNode defaults(YamlNode node, Faults faults) {
    return node instanceof Mapping build
        ? Made.putIfAbsent(build, CONTEXT, Made.text(".", build.where()))
        : node;
  }

  /** {@code id=path}, or the word default, which needs none. */
  static YamlNode sshKeys(YamlNode node, Faults faults) {
    if (!(node instanceof Sequence list)) {
      return node;
    }
    var keys = new LinkedHashMap<String, Entry>();
    for (var item : list.items()) {
      var text = item instanceof Scalar s ? s.asText() : "";
      int sign = text.indexOf('=');
      if (sign >= 0) {
        var id = text.substring(0, sign);
        keys.put(id, Made.entry(id, Made.text(text.substring(sign + 1), item.where())));
      } else if (text.equals("default")) {
        keys.put(text, Made.entry(text, Made.nothing(item.where())));
      } else {
        faults.invalid(
            item.where(), "the SSH key \"" + text + "\" has no path", "write it like id=path");
      }
    }
    return Made.mapping(list.where(), List.copyOf(keys.values()));
  }
}
