package dev.catamaran.compose.classic;

import dev.catamaran.compose.text.GoDuration;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Faults;
import java.util.Optional;

/**
 * A duration.
 *
 * @param keeps whether {@code 0s} is more than not written; even then it never overrides another
 */
record DurationForm(boolean keeps) implements Form {
  private static final String NONE = "0s";

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    if (!(node instanceof Scalar scalar) || scalar.kind() != ScalarKind.STRING) {
      reading.misfit(node, "a duration such as 1m30s");
      return Optional.empty();
    }
    var duration = GoDuration.parse(scalar.text());
    if (duration.isEmpty()) {
      reading
          .faults()
          .invalid(
              scalar.where(),
              "\"" + scalar.text() + "\" is no duration",
              "write it like 1m30s; the units are ns, us, ms, s, m and h");
    }
    return duration
        .map(GoDuration::toString)
        .filter(d -> keeps || !d.equals(NONE))
        .map(d -> Nodes.text(d, scalar.where()));
  }

  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    return Nodes.textOf(later).filter(NONE::equals).isPresent() ? earlier : later;
  }
}
