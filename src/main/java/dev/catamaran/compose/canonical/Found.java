package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;

/** What stands in a mapping, taken for what it has to be; nothing where it is something else. */
final class Found {
  private Found() {}

  static Optional<Scalar> scalar(Mapping mapping, String key) {
    return mapping
        .get(key)
        .flatMap(n -> n instanceof Scalar s && !s.isNull() ? Optional.of(s) : Optional.empty());
  }

  /** The text of a value, empty where there is none. */
  static String text(Mapping mapping, String key) {
    return scalar(mapping, key).map(Scalar::asText).orElse("");
  }

  static boolean isTrue(Mapping mapping, String key) {
    return text(mapping, key).equals("true");
  }

  static Optional<Mapping> mapping(Mapping mapping, String key) {
    return mapping.get(key).flatMap(Found::asMapping);
  }

  static Optional<Mapping> asMapping(YamlNode node) {
    return node instanceof Mapping m ? Optional.of(m) : Optional.empty();
  }

  static List<Entry> entries(Mapping mapping, String key) {
    return mapping(mapping, key).map(Mapping::entries).orElse(List.of());
  }

  static List<YamlNode> items(Mapping mapping, String key) {
    return mapping.get(key).map(n -> n instanceof Sequence s ? s.items() : null).orElse(List.of());
  }
}
