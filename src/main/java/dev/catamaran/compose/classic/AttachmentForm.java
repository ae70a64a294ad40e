package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.finding.Faults;
import java.util.Optional;

/** How a service takes part in one network. */
record AttachmentForm() implements Form {
  private static final StructForm FIELDS =
      StructForm.of(
              "aliases", TextsForm.LIST,
              "driver_opts", PairsForm.MAPPING,
              "ipv4_address", TextForm.TEXT,
              "ipv6_address", TextForm.TEXT)
          .kept();

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    return FIELDS.read(node, reading);
  }

  /** Docker takes all aliases from the later file, and the driver's options from the earlier. */
  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    var entries = Nodes.index(earlier);
    var over = Nodes.index(later);
    entries.remove("aliases");
    over.remove("driver_opts");
    for (Entry entry : over.values()) {
      entries.put(entry.name(), entry);
    }
    return Nodes.mapping(entries.values(), earlier.where());
  }

  @Override
  public Optional<YamlNode> printed(YamlNode node) {
    return FIELDS.printed(node);
  }
}
