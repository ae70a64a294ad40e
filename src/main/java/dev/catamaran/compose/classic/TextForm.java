package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import java.util.Optional;

/** One text; an empty one is as good as none. */
record TextForm() implements Form {
  static final TextForm TEXT = new TextForm();

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    if (!(node instanceof Scalar scalar) || scalar.kind() != ScalarKind.STRING) {
      reading.misfit(node, "a string");
      return Optional.empty();
    }
    return scalar.text().isEmpty() ? Optional.empty() : Optional.of(scalar);
  }
}
