package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import java.math.BigDecimal;
import java.util.Optional;

/** A number with a fraction; Docker keeps seven digits of it. */
record RatioForm() implements Form {
  static final RatioForm RATIO = new RatioForm();

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    if (!(node instanceof Scalar scalar) || !NumberForm.isNumber(scalar)) {
      reading.misfit(node, "a number");
      return Optional.empty();
    }
    float ratio = Float.parseFloat(scalar.asText());
    if (ratio == 0) {
      return Optional.empty();
    }
    var text = new BigDecimal(Float.toString(ratio)).stripTrailingZeros().toString();
    return Optional.of(
        new Scalar(text, ScalarKind.FLOAT, false, "", Optional.empty(), scalar.where()));
  }
}
