package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode;
import java.util.List;

/** How one item of a list is read and printed. */
interface ItemForm {
  /** The canonical items that the written one stands for. */
  List<YamlNode> read(YamlNode item, Reading reading);

  YamlNode printed(YamlNode item);
}
