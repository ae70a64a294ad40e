package dev.catamaran.compose.grammar;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import java.util.List;
import java.util.stream.Collectors;

/** What makes two nodes equal: their values, not their places; a number is never a string. */
final class Sameness {
  private Sameness() {}

  static Object of(YamlNode node) {
    return switch (node) {
      case Mapping m ->
          m.entries().stream().collect(Collectors.toMap(Entry::name, e -> of(e.value())));
      case Sequence s -> s.items().stream().map(Sameness::of).toList();
      case Scalar s ->
          switch (s.kind()) {
            case STRING -> s.text();
            case INTEGER, FLOAT -> List.of(ScalarKind.FLOAT, s.asText());
            case BOOLEAN, DATE, NULL -> List.of(s.kind(), s.asText());
          };
    };
  }
}
