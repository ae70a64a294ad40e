package dev.catamaran.compose.tree;

import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.model.Where;

/** The same node seen at another place: what an alias makes. */
final class Moved {
  private Moved() {}

  static YamlNode to(YamlNode node, Where where) {
    return switch (node) {
      case Mapping m -> new Mapping(m.entries(), m.tag(), where);
      case Sequence s -> new Sequence(s.items(), s.tag(), where);
      case Scalar s -> new Scalar(s.text(), s.kind(), s.quoted(), "", s.tag(), where);
    };
  }
}
