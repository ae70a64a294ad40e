package dev.catamaran.compose.phase;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two ways to write a mapping of texts: as one, or as a list of {@code KEY=value}. */
public final class KeyedList {
  private KeyedList() {}

  /**
   * The mapping a list stands for, the last of equal keys winning; other nodes stay as they are. A
   * key without {@code =} gets null. Items that are no texts are kept as the whole list.
   */
  public static YamlNode mapping(YamlNode node) {
    if (!(node instanceof Sequence list)
        || !list.items().stream().allMatch(Scalar.class::isInstance)) {
      return node;
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (var item : list.items()) {
      var entry = entry((Scalar) item);
      entries.remove(entry.name());
      entries.put(entry.name(), entry);
    }
    return new Mapping(List.copyOf(entries.values()), list.tag(), list.where());
  }

  private static Entry entry(Scalar item) {
    var text = item.asText();
    int sign = text.indexOf('=');
    return sign < 0
        ? new Entry(part(item, text, ScalarKind.STRING), part(item, "", ScalarKind.NULL))
        : new Entry(
            part(item, text.substring(0, sign), ScalarKind.STRING),
            part(item, text.substring(sign + 1), ScalarKind.STRING));
  }

  private static Scalar part(Scalar item, String text, ScalarKind kind) {
    return new Scalar(text, kind, item.quoted(), "", Optional.empty(), item.where());
  }
}
