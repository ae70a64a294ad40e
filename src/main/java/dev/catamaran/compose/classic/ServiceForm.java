package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.finding.Faults;
import java.util.Optional;

/** One service. */
record ServiceForm() implements Form {
  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    var own = reading.forService();
    return ServiceFields.SERVICE
        .read(node, own)
        .map(service -> {
          var entries = Nodes.index(service);
          new Environment(own).resolve(entries);
          return Nodes.mapping(entries.values(), service.where());
        });
  }

  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    return ServiceFields.SERVICE.merge(earlier, later, faults);
  }

  @Override
  public Optional<YamlNode> printed(YamlNode node) {
    return ServiceFields.SERVICE.printed(node);
  }
}
