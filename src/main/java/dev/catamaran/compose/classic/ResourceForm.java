package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode;
import java.util.List;
import java.util.Optional;

/** A resource that is counted; both its parts are printed even where they are empty. */
record ResourceForm() implements Form {
  private static final StructForm FIELDS =
      StructForm.of("kind", TextForm.TEXT, "value", NumberForm.SIGNED).kept();

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    return FIELDS.read(node, reading);
  }

  @Override
  public Optional<YamlNode> printed(YamlNode node) {
    var found = Nodes.index(node);
    var where = node.where();
    return Optional.of(
        Nodes.mapping(
            List.of(
                found.getOrDefault("kind", Nodes.entry("kind", Nodes.text("", where))),
                found.getOrDefault("value", Nodes.entry("value", Nodes.number(0, where)))),
            where));
  }
}
