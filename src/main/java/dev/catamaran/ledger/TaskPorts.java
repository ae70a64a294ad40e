package dev.catamaran.ledger;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.Task;
import dev.catamaran.model.Port;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The ports that tasks hold on their nodes: those that are open, and those they will open. */
final class TaskPorts {
  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<String, LiveService> services = new HashMap<>();
  private final Cluster cluster;

  TaskPorts(Cluster cluster) {
    this.cluster = cluster;
    cluster.nodes().forEach(n -> nodes.put(n.id(), n));
    cluster.services().forEach(s -> services.put(s.id(), s));
  }

  Stream<Holding> of(Predicate<LiveService> wanted) {
    return cluster.tasks().stream()
        .filter(t -> !t.status().state().ended() && t.desired().compareTo(Task.State.RUNNING) <= 0)
        .flatMap(t -> task(t, wanted));
  }

  private Stream<Holding> task(Task task, Predicate<LiveService> wanted) {
    var service = services.get(task.serviceId());
    var node = task.nodeId().map(nodes::get);
    if (service == null || node.isEmpty() || !wanted.test(service)) {
      return Stream.empty();
    }
    var place = task.slot().isPresent() ? "" + task.slot().getAsInt() : node.get().name().text();
    var owner = new Owner(Owner.Kind.TASK, service.spec().name() + "." + place);
    return ports(task, service).entrySet().stream()
        .map(p ->
            new Holding(
                p.getKey(), Optional.of(node.get().name()), owner, Optional.of(p.getValue())));
  }

  /** Swarm's scheduler counts a fixed host port from the moment it has chosen the node. */
  private static Map<ListenKey, Port> ports(Task task, LiveService service) {
    var ports = new LinkedHashMap<ListenKey, Port>();
    service.spec().endpoint().ports().stream()
        .filter(p -> p.mode() == PublishMode.HOST)
        .forEach(p ->
            p.published().ifPresent(n -> ports.put(new ListenKey(p.protocol(), n), p.target())));
    task.ports().forEach(p -> ports.put(new ListenKey(p.protocol(), p.published()), p.target()));
    return ports;
  }
}
