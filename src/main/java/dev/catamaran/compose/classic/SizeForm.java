package dev.catamaran.compose.classic;

import dev.catamaran.compose.text.ClassicSize;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import java.util.Optional;

/** An amount of memory; printed as the text of its bytes. */
record SizeForm() implements Form {
  static final SizeForm SIZE = new SizeForm();

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    var bytes = node instanceof Scalar s ? ClassicSize.bytes(s.asText()) : Optional.<Long>empty();
    if (bytes.isEmpty()) {
      var shown = node instanceof Scalar s ? "\"" + s.text() + "\"" : node.words();
      reading
          .faults()
          .invalid(node.where(), shown + " is no amount of memory", "write it like 512M or 1.5G");
    }
    return bytes.filter(b -> b != 0).map(b -> Nodes.text(Long.toString(b), node.where()));
  }
}
