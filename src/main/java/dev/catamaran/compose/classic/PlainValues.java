package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import java.util.ArrayList;
import java.util.Optional;

/**
 * What YAML can say and JSON cannot: {@code docker stack} refuses numbers without end wherever they
 * stand, and passes over tags.
 */
final class PlainValues {
  private final Faults faults;

  PlainValues(Faults faults) {
    this.faults = faults;
  }

  Mapping of(Mapping file) {
    var entries = new ArrayList<Entry>(file.entries().size());
    for (var entry : file.entries()) {
      entries.add(entry.with(plain(entry.value())));
    }
    return isTagged(file)
        ? new Mapping(entries, Optional.empty(), file.where())
        : file.with(entries);
  }

  private YamlNode plain(YamlNode node) {
    return switch (node) {
      case Mapping m -> of(m);
      case Sequence s -> list(s);
      case Scalar s -> scalar(s);
    };
  }

  private Sequence list(Sequence list) {
    var items = new ArrayList<YamlNode>(list.items().size());
    for (var item : list.items()) {
      items.add(plain(item));
    }
    return isTagged(list) ? new Sequence(items, Optional.empty(), list.where()) : list.with(items);
  }

  /** Whatever stands behind a tag is a string to Docker. */
  private Scalar scalar(Scalar scalar) {
    if (isTagged(scalar)) {
      return Nodes.text(scalar.text(), scalar.where());
    }
    if (scalar.kind() == ScalarKind.FLOAT && !Double.isFinite(value(scalar))) {
      faults.invalid(
          scalar.where(), "docker stack does not take this number", "put quotes around it");
      return Nodes.nothing(scalar.where());
    }
    return scalar;
  }

  private static double value(Scalar scalar) {
    var text = scalar.asText();
    return text.endsWith("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  /** A tag is told. */
  private boolean isTagged(YamlNode node) {
    node.tag()
        .ifPresent(tag ->
            faults.add(
                Finding.warning(Code.KEY_NOT_APPLIED, "docker stack passes over the tag " + tag)
                    .at(node.where())
                    .tryThis("remove it, or read the file with --dialect compose")));
    return node.tag().isPresent();
  }
}
