package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The networks of a service, as names or as a mapping. */
record AttachmentsForm() implements Form {
  private static final MapForm MAP = new MapForm(new AttachmentForm(), MapForm.Nothing.STAYS);

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    if (!(node instanceof Sequence list)) {
      return MAP.read(node, reading);
    }
    var entries = new LinkedHashMap<String, Entry>();
    for (var item : list.items()) {
      if (item instanceof Scalar name) {
        entries.put(name.text(), new Entry(name, Nodes.nothing(name.where())));
      }
    }
    return Optional.of(Nodes.mapping(entries.values(), list.where()));
  }

  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    return MAP.merge(earlier, later, faults);
  }

  @Override
  public Optional<YamlNode> printed(YamlNode node) {
    return MAP.printed(node);
  }
}
