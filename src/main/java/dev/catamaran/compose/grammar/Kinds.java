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
import java.util.Optional;

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
            && whole(scalar).isPresent());
  }

  static Optional<Long> whole(Scalar scalar) {
    if (scalar.kind() != ScalarKind.FLOAT) {
      return scalar.asLong();
    }
    double value = Double.parseDouble(scalar.asText().replace("Inf", "Infinity"));
    return Math.rint(value) == value && Math.abs(value) < 1L << Double.PRECISION
        ? Optional.of((long) value)
        : Optional.empty();
  }
}
