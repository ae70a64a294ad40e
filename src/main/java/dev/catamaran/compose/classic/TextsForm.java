package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of texts; a later file adds to it. */
enum TextsForm implements Form {
  LIST,
  /** One text is a list of one. */
  ONE_OR_LIST,
  /** Numbers count as texts. */
  WITH_NUMBERS,
  /** One text is a command for the container's shell. */
  HEALTH_TEST;

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    if (node instanceof Scalar one && one.kind() == ScalarKind.STRING) {
      return alone(one, reading);
    }
    if (!(node instanceof Sequence list)) {
      reading.misfit(node, "a list");
      return Optional.empty();
    }
    var items = new ArrayList<YamlNode>();
    for (var item : list.items()) {
      if (item instanceof Scalar s && (this == WITH_NUMBERS || s.kind() == ScalarKind.STRING)) {
        items.add(Nodes.text(s));
      } else {
        reading.misfit(item, "a string");
      }
    }
    return Optional.of(Nodes.list(items, list.where()));
  }

  private Optional<YamlNode> alone(Scalar one, Reading reading) {
    return switch (this) {
      case LIST, WITH_NUMBERS -> {
        reading.misfit(one, "a list");
        yield Optional.empty();
      }
      case ONE_OR_LIST -> Optional.of(Nodes.list(List.of(one), one.where()));
      case HEALTH_TEST ->
          Optional.of(Nodes.list(List.of(Nodes.text("CMD-SHELL", one.where()), one), one.where()));
    };
  }

  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    return joined(earlier, later);
  }

  @Override
  public Optional<YamlNode> printed(YamlNode node) {
    return items(node).isEmpty() ? Optional.empty() : Optional.of(node);
  }

  static YamlNode joined(YamlNode earlier, YamlNode later) {
    var all = new ArrayList<>(items(earlier));
    all.addAll(items(later));
    return Nodes.list(all, earlier.where());
  }

  static List<YamlNode> items(YamlNode node) {
    return node instanceof Sequence list ? list.items() : List.of();
  }
}
