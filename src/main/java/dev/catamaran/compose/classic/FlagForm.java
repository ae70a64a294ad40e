package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Faults;
import java.util.Optional;

/**
 * True or false.
 *
 * @param keeps whether false is more than not written; even then it never overrides true
 */
record FlagForm(boolean keeps) implements Form {
  static final FlagForm FLAG = new FlagForm(false);

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    if (!(node instanceof Scalar scalar) || scalar.kind() != ScalarKind.BOOLEAN) {
      reading.misfit(node, "true or false");
      return Optional.empty();
    }
    return keeps || isTrue(scalar) ? Optional.of(scalar) : Optional.empty();
  }

  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    return isTrue(later) ? later : earlier;
  }

  static boolean isTrue(YamlNode node) {
    return Nodes.textOf(node).filter("true"::equals).isPresent();
  }
}
