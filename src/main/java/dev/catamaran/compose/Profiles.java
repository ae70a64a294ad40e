package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import java.util.List;
import java.util.Set;

/** Leaves out the services that belong to profiles nobody asked for. */
final class Profiles {
  private static final String SERVICES = "services";
  private static final String ALL = "*";

  private Profiles() {}

  static Mapping active(Mapping file, Set<String> profiles) {
    return with(
        file,
        file.entries().stream()
            .map(e ->
                e.name().equals(SERVICES) && e.value() instanceof Mapping services
                    ? new Entry(e.key(), only(services, profiles))
                    : e)
            .toList());
  }

  private static Mapping only(Mapping services, Set<String> profiles) {
    return with(
        services, services.entries().stream().filter(e -> isActive(e.value(), profiles)).toList());
  }

  private static boolean isActive(YamlNode service, Set<String> profiles) {
    if (!(service instanceof Mapping m)
        || !(m.get("profiles").orElse(m) instanceof Sequence list)
        || list.items().isEmpty()
        || profiles.contains(ALL)) {
      return true;
    }
    return list.items().stream()
        .anyMatch(i -> i instanceof Scalar s && profiles.contains(s.asText()));
  }

  private static Mapping with(Mapping mapping, List<Entry> entries) {
    return new Mapping(entries, mapping.tag(), mapping.where());
  }
}
