package dev.catamaran.compose.specification;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What makes two nodes equal: kinds and values, never places. */
final class Sameness {
  private Sameness() {}

  static Object of(YamlNode node) {
    return switch (node) {
      case Mapping m -> {
        Map<String, Object> values = new HashMap<>();
        m.entries().forEach(e -> values.put(e.name(), of(e.value())));
        yield values;
      }
      case Sequence s -> s.items().stream().map(Sameness::of).toList();
      case Scalar s -> s.kind() == ScalarKind.STRING ? s.text() : List.of(s.kind(), s.asText());
    };
  }
}
