package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dependencies that follow from links, shared namespaces and the volumes of other services. */
final class ImpliedDependencies {
  static final String SERVICE = "service:";
  private static final String CONTAINER = "container:";
  private static final String KEY = "depends_on";
  private static final List<String> NAMESPACES =
      List.of("network_mode", "ipc", "pid", "uts", "cgroup");

  private final Map<String, Entry> found = new LinkedHashMap<>();

  private ImpliedDependencies() {}

  static Mapping added(Mapping service) {
    var implied = new ImpliedDependencies();
    implied.read(service);
    if (implied.found.isEmpty()) {
      return service;
    }
    var written = Found.entries(service, KEY);
    written.forEach(e -> implied.found.remove(e.name()));
    var all = new ArrayList<>(written);
    all.addAll(implied.found.values());
    var where = service.get(KEY).map(YamlNode::where).orElse(service.where());
    return Made.put(service, KEY, Made.mapping(where, all));
  }

  private void read(Mapping service) {
    Found.items(service, "links").forEach(this::link);
    for (var namespace : NAMESPACES) {
      Found.scalar(service, namespace)
          .filter(s -> s.text().startsWith(SERVICE))
          .ifPresent(s -> add(s.text().substring(SERVICE.length()), true, s));
    }
    Found.items(service, "volumes_from").forEach(this::volumesFrom);
  }

  private void link(YamlNode node) {
    if (node instanceof Scalar link) {
      var parts = link.text().split(":", -1);
      add(parts.length == 2 ? parts[0] : link.text(), true, link);
    }
  }

  private void volumesFrom(YamlNode node) {
    if (node instanceof Scalar from && !from.text().startsWith(CONTAINER)) {
      add(from.text().split(":", -1)[0], false, from);
    }
  }

  private void add(String name, boolean restart, Scalar from) {
    var value = Dependencies.implied(restart, from.where());
    found.putIfAbsent(name, new Entry(Made.text(name, from.where()), value));
  }
}
