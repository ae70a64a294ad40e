package dev.catamaran.compose.grammar;

import dev.catamaran.compose.grammar.Shape.AnyOf;
import dev.catamaran.compose.grammar.Shape.Anything;
import dev.catamaran.compose.grammar.Shape.Items;
import dev.catamaran.compose.grammar.Shape.Keys;
import dev.catamaran.compose.grammar.Shape.Since;
import dev.catamaran.compose.grammar.Shape.Value;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;

/** Whether a node is of the kind that a shape wants, whatever is inside. */
final class Kinds {
  private Kinds() {}

  static boolean fits(YamlNode node, Shape shape) {
    return switch (shape) {
      case Anything _ -> true;
      case Value value -> node instanceof Scalar s && fits(s, value);
      case Items _ -> node instanceof Sequence;
      case Keys _ -> node instanceof Mapping;
      case AnyOf(var shapes) -> shapes.stream().anyMatch(s -> fits(node, s));
      case Since(var _, var inner) -> fits(node, inner);
    };
  }

  /** A number without a fraction is a whole number, however it was written. */
  static boolean fits(Scalar scalar, Value shape) {
    return shape.kinds().contains(scalar.kind())
        || (scalar.kind() == ScalarKind.FLOAT
            && shape.kinds().contains(ScalarKind.INTEGER)
            && scalar.asText().matches("-?\\d+"));
  }
}
