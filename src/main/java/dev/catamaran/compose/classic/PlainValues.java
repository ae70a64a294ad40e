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
    return new Mapping(
        file.entries().stream().map(this::entry).toList(), untagged(file), file.where());
  }

  private Entry entry(Entry entry) {
    return new Entry(entry.key(), plain(entry.value()));
  }

  private YamlNode plain(YamlNode node) {
    return switch (node) {
      case Mapping m -> of(m);
      case Sequence s ->
          new Sequence(s.items().stream().map(this::plain).toList(), untagged(s), s.where());
      case Scalar s -> scalar(s);
    };
  }

  /** Whatever stands behind a tag is a string to Docker. */
  private Scalar scalar(Scalar scalar) {
    if (scalar.tag().isPresent()) {
      untagged(scalar);
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

  private Optional<String> untagged(YamlNode node) {
    node.tag()
        .ifPresent(tag ->
            faults.add(
                Finding.warning(Code.KEY_NOT_APPLIED, "docker stack passes over the tag " + tag)
                    .at(node.where())
                    .tryThis("remove it, or read the file with --dialect compose")));
    return Optional.empty();
  }
}
