package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Faults;
import java.util.HashMap;
import java.util.Map;

/** A machine has one container of a name. */
final class ContainerNames {
  private final Map<String, String> services = new HashMap<>();
  private final Faults faults;

  ContainerNames(Faults faults) {
    this.faults = faults;
  }

  void check(Entry entry, Mapping service) {
    Found.scalar(service, "container_name")
        .ifPresent(name -> {
          var earlier = services.putIfAbsent(name.text(), entry.name());
          if (earlier != null) {
            faults.invalid(
                name.where(),
                "service " + earlier + " has the container name " + name.text() + " already",
                "give one of them another name");
          }
        });
  }
}
