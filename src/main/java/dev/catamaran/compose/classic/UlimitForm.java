package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A limit of a container's processes: one number, or a soft and a hard one; 0 is not printed. */
record UlimitForm() implements Form {
  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    if (!(node instanceof Mapping both)) {
      return number(node, reading)
          .map(
              n -> n == 0 ? Nodes.mapping(List.of(), node.where()) : Nodes.number(n, node.where()));
    }
    var entries = new ArrayList<Entry>();
    for (var key : List.of("soft", "hard")) {
      var written = both.entry(key);
      if (written.isEmpty()) {
        reading.misfit(node, "both soft and hard");
        continue;
      }
      number(written.get().value(), reading)
          .filter(n -> n != 0)
          .ifPresent(n ->
              entries.add(
                  new Entry(written.get().key(), Nodes.number(n, written.get().value().where()))));
    }
    return Optional.of(Nodes.mapping(entries, node.where()));
  }

  private static Optional<Long> number(YamlNode node, Reading reading) {
    var number =
        node instanceof Scalar s && s.kind() == ScalarKind.INTEGER
            ? s.asLong()
            : Optional.<Long>empty();
    if (number.isEmpty()) {
      reading.misfit(node, "a whole number");
    }
    return number;
  }
}
