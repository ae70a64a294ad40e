package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The file with the services that are left, and of the rest only what one of them uses. */
final class Pruned {
  private static final Map<String, Function<Mapping, List<Scalar>>> USES =
      Map.of(
          "networks", Uses::networks,
          "volumes", Uses::volumes,
          "configs", Uses::configsAndCredentials,
          "secrets", Uses::secrets,
          "models", Uses::models);

  private Pruned() {}

  static Mapping of(Mapping file, List<Entry> services) {
    var entries = new ArrayList<Entry>();
    for (var entry : file.entries()) {
      if (entry.name().equals("services") && entry.value() instanceof Mapping all) {
        entries.add(entry.with(Made.like(all, services)));
      } else {
        used(entry, services).ifPresent(entries::add);
      }
    }
    return Made.like(file, entries);
  }

  private static Optional<Entry> used(Entry section, List<Entry> services) {
    var uses = Optional.ofNullable(USES.get(section.name()));
    if (uses.isEmpty() || !(section.value() instanceof Mapping declared)) {
      return Optional.of(section);
    }
    var names = names(services, uses.get());
    var kept = declared.entries().stream().filter(e -> names.contains(e.name())).toList();
    return kept.isEmpty() ? Optional.empty() : Optional.of(section.with(Made.like(declared, kept)));
  }

  private static Set<String> names(List<Entry> services, Function<Mapping, List<Scalar>> uses) {
    var names = new HashSet<String>();
    for (var service : services) {
      Found.asMapping(service.value())
          .ifPresent(s -> uses.apply(s).forEach(u -> names.add(u.text())));
    }
    return names;
  }
}
