package dev.catamaran.ledger;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodePorts;
import dev.catamaran.cluster.Task;
import dev.catamaran.model.Port;
import dev.catamaran.model.PortSet;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells what listens on a node for Swarm, the agents and the services from what else does. Tasks
 * that are being stopped still listen, and are nobody else's process.
 */
public final class Explained {
  private final NodePorts.Sets everywhere;
  private final Map<String, List<ListenKey>> byNode = new HashMap<>();

  public Explained(Cluster cluster) {
    Set<ListenKey> keys = new LinkedHashSet<>(Reserved.everywhere(cluster).keySet());
    for (var service : cluster.services()) {
      service.ports().stream()
          .filter(p -> p.mode() == PublishMode.INGRESS)
          .forEach(p -> p.published().ifPresent(n -> keys.add(new ListenKey(p.protocol(), n))));
      Ledger.meshPorts(service).forEach(p -> keys.add(new ListenKey(p.protocol(), p.published())));
    }
    everywhere = sets(keys);
    for (var task : cluster.tasks()) {
      task.nodeId()
          .filter(_ -> !task.status().state().ended())
          .ifPresent(id -> byNode.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(open(task)));
    }
  }

  private static List<ListenKey> open(Task task) {
    return task.ports().stream().map(p -> new ListenKey(p.protocol(), p.published())).toList();
  }

  private static NodePorts.Sets sets(Iterable<ListenKey> keys) {
    Function<Protocol, PortSet> of =
        protocol -> {
          var ports = new ArrayList<Port>();
          keys.forEach(k -> {
            if (k.protocol() == protocol) {
              ports.add(k.port());
            }
          });
          return PortSet.of(ports);
        };
    return new NodePorts.Sets(of.apply(Protocol.TCP), of.apply(Protocol.UDP));
  }

  /** What the node's agent saw listening and none of us accounts for. */
  NodePorts.Sets rest(Node node) {
    boolean told = node.state() == Node.State.READY;
    return told
        ? without(node.id(), node.ports()).listening().orElse(NodePorts.Sets.NONE)
        : NodePorts.Sets.NONE;
  }

  /** The same report of the node with that id, without what we account for. */
  public NodePorts without(String nodeId, NodePorts report) {
    return report.without(everywhere).without(sets(byNode.getOrDefault(nodeId, List.of())));
  }
}
