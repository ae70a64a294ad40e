package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import java.util.Optional;

/** Whether something exists already; the older form says so by naming it. */
record ExternalForm() implements Form {
  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    if (node instanceof Mapping) {
      return Optional.of(Nodes.flag(true, node.where()));
    }
    if (!(node instanceof Scalar scalar) || scalar.kind() != ScalarKind.BOOLEAN) {
      reading.misfit(node, "true or false");
      return Optional.empty();
    }
    return FlagForm.FLAG.read(scalar, reading);
  }

  /** The name in the older form; empty where there is none. */
  static Optional<Scalar> name(YamlNode node) {
    return node instanceof Mapping mapping
        ? mapping
            .get("name")
            .filter(n -> n instanceof Scalar s && !s.text().isEmpty())
            .map(Scalar.class::cast)
        : Optional.empty();
  }
}
