package dev.catamaran.plan.discovery;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.model.ProjectName;
import dev.catamaran.plan.network.PlannedNetwork;
import dev.catamaran.plan.placement.LivePlacing;
import dev.catamaran.spec.Attachment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Services of other projects on nodes without virtual IPs: whoever is on a network of ours may call
 * ours, and no file of ours says whether it does.
 */
final class Foreigners {
  /** By Compose key. */
  private final Map<String, List<Foreigner>> members = new HashMap<>();

  /** One of them, and the nodes without virtual IPs that may hold it. */
  record Foreigner(String name, List<Lame> nodes) {}

  Foreigners(
      Cluster cluster,
      ProjectName project,
      Collection<PlannedNetwork> networks,
      Collection<Lame> lame) {
    var keys = new HashMap<String, String>();
    networks.forEach(n -> keys.put(n.spec().name(), n.declared().key()));
    cluster.servicesBeside(project).stream()
        .sorted(Comparator.comparing(s -> s.spec().name()))
        .forEach(s -> note(s, keys, lame));
  }

  private void note(LiveService service, Map<String, String> keys, Collection<Lame> lame) {
    var shared =
        service.spec().networks().stream()
            .map(Attachment::network)
            .filter(keys::containsKey)
            .distinct()
            .toList();
    if (shared.isEmpty()) {
      return;
    }
    var placing = new LivePlacing(service);
    var nodes = lame.stream().filter(l -> placing.admits(l.node())).toList();
    if (!nodes.isEmpty()) {
      var foreigner = new Foreigner(service.spec().name(), nodes);
      shared.forEach(
          n -> members.computeIfAbsent(keys.get(n), _ -> new ArrayList<>()).add(foreigner));
    }
  }

  boolean nobody() {
    return members.isEmpty();
  }

  /** Those on a network, by its Compose key. */
  List<Foreigner> on(String network) {
    return members.getOrDefault(network, List.of());
  }
}
