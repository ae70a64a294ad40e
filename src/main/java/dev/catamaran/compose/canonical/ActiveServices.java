package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The services of the active profiles, and the others. */
record ActiveServices(Map<String, Entry> active, Map<String, Entry> inactive) {
  private static final String ALL = "*";

  static ActiveServices of(Mapping file, Set<String> profiles) {
    var active = new LinkedHashMap<String, Entry>();
    var inactive = new LinkedHashMap<String, Entry>();
    for (var service : Found.entries(file, "services")) {
      var kept = isActive(service, profiles) ? active : inactive;
      kept.put(service.name(), service);
    }
    return new ActiveServices(active, inactive);
  }

  private static boolean isActive(Entry service, Set<String> profiles) {
    var own = Found.asMapping(service.value()).map(s -> Found.items(s, "profiles"));
    return own.isEmpty()
        || own.get().isEmpty()
        || profiles.contains(ALL)
        || own.get().stream().anyMatch(p -> p instanceof Scalar s && profiles.contains(s.text()));
  }
}
