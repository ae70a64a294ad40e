package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.model.Decimal;
import java.util.Optional;

/** A number; Docker cuts off what is behind the point, and what is too large for its field. */
enum NumberForm implements Form {
  /** May be negative, and 0 is as good as not written. */
  SIGNED(Long.SIZE, true, false),
  COUNT(Long.SIZE, false, false),
  /** 0 is more than not written. */
  KEPT_COUNT(Long.SIZE, false, true),
  SMALL(Integer.SIZE, false, false),
  KEPT_SMALL(Integer.SIZE, false, true);

  private static final long LOW_BITS = 0xFFFF_FFFFL;

  private final int bits;
  private final boolean signed;
  private final boolean keeps;

  NumberForm(int bits, boolean signed, boolean keeps) {
    this.bits = bits;
    this.signed = signed;
    this.keeps = keeps;
  }

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    var number = number(node);
    if (number.isEmpty()) {
      reading.misfit(node, "a number");
      return Optional.empty();
    }
    long whole = number.get().whole().longValue();
    if (number.get().digits().signum() < 0 && !signed) {
      reading.faults().invalid(node.where(), "the number cannot be less than 0", "write 0 or more");
      return Optional.empty();
    }
    long held = bits == Long.SIZE ? whole : whole & LOW_BITS;
    return held == 0 && !keeps ? Optional.empty() : Optional.of(Nodes.number(held, node.where()));
  }

  private static Optional<Decimal> number(YamlNode node) {
    return node instanceof Scalar scalar && isNumber(scalar)
        ? Decimal.parse(scalar.asText())
        : Optional.empty();
  }

  static boolean isNumber(Scalar scalar) {
    return scalar.kind() == ScalarKind.INTEGER || scalar.kind() == ScalarKind.FLOAT;
  }
}
