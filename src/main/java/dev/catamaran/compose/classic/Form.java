package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.finding.Faults;
import java.util.Optional;

/** How one attribute is read from all its forms, laid over an earlier one, and printed. */
interface Form {
  /** The canonical value; empty where it is as good as not written. Never called with a null. */
  Optional<YamlNode> read(YamlNode node, Reading reading);

  /** What two files make together. */
  default YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    return later;
  }

  /** What stays of the earlier value where the later file has the owner, but not the value. */
  default YamlNode kept(YamlNode earlier) {
    return earlier;
  }

  /** What is printed; empty where docker prints nothing. */
  default Optional<YamlNode> printed(YamlNode node) {
    return Optional.of(node);
  }
}
