package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.finding.Faults;
import java.util.List;
import java.util.Optional;

/** How the image is built; one text is where from. */
record BuildForm() implements Form {
  private static final StructForm FIELDS =
      StructForm.of(
          "context", TextForm.TEXT,
          "dockerfile", TextForm.TEXT,
          "args", PairsForm.NULLABLE,
          "labels", PairsForm.FILLED,
          "cache_from", TextsForm.ONE_OR_LIST,
          "extra_hosts", HostsForm.HOSTS,
          "network", TextForm.TEXT,
          "target", TextForm.TEXT);

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    var whole =
        StructItem.isText(node)
            ? Nodes.mapping(List.of(Nodes.entry("context", node)), node.where())
            : node;
    return FIELDS.read(whole, reading);
  }

  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    return FIELDS.merge(earlier, later, faults);
  }

  @Override
  public Optional<YamlNode> printed(YamlNode node) {
    return FIELDS.printed(node);
  }
}
