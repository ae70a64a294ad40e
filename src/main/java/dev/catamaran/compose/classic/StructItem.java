package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import java.util.List;

/**
 * An item that is a mapping.
 *
 * @param shortKey what one text stands for; empty where there is no short form
 */
record StructItem(StructForm fields, String shortKey) implements ItemForm {
  @Override
  public List<YamlNode> read(YamlNode item, Reading reading) {
    boolean brief = !shortKey.isEmpty() && isText(item);
    var whole = brief ? Nodes.mapping(List.of(Nodes.entry(shortKey, item)), item.where()) : item;
    return fields.read(whole, reading).stream().toList();
  }

  static boolean isText(YamlNode node) {
    return node instanceof Scalar s && s.kind() == ScalarKind.STRING;
  }

  @Override
  public YamlNode printed(YamlNode item) {
    return fields.printed(item).orElse(Nodes.mapping(List.of(), item.where()));
  }
}
