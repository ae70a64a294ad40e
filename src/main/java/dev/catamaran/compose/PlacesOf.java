package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.model.Where;
import java.util.HashMap;
import java.util.Map;

/**
 * Notes where everything below a key was written: texts and list items at themselves, mappings and
 * lists at their key.
 */
final class PlacesOf {
  private final Map<String, Where> byPath = new HashMap<>();

  private PlacesOf() {}

  static Places entry(Entry entry) {
    var places = new PlacesOf();
    places.byPath.put("", entry.key().where());
    places.inside(entry.value(), "");
    return new Places(places.byPath);
  }

  private void inside(YamlNode node, String path) {
    switch (node) {
      case Mapping mapping -> {
        int index = 0;
        for (var entry : mapping.entries()) {
          // By number too, as a list would be: networks[0] is there in both forms.
          byPath.putIfAbsent(path + "[" + index++ + "]", entry.key().where());
          var below = path.isEmpty() ? entry.name() : path + "." + entry.name();
          boolean text = entry.value() instanceof Scalar s && !s.isNull();
          byPath.put(below, text ? entry.value().where() : entry.key().where());
          inside(entry.value(), below);
        }
      }
      case Sequence list -> {
        for (int i = 0; i < list.items().size(); i++) {
          var item = list.items().get(i);
          byPath.put(path + "[" + i + "]", item.where());
          inside(item, path + "[" + i + "]");
        }
      }
      case Scalar _ -> {}
    }
  }
}
