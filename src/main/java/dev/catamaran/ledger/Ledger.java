package dev.catamaran.ledger;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodePorts;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.Port;
import dev.catamaran.model.PortRange;
import dev.catamaran.model.PortSet;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.MeshLabel;
import dev.catamaran.route.MeshLabel.MeshPort;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import dev.catamaran.spec.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who holds which port where: services on the engine's mesh and on ours, tasks, plain containers of
 * the asked node, what agents saw listening, and what is reserved. Ranges that a system excludes
 * are kept apart, since they are long.
 */
public final class Ledger {
  private final Cluster cluster;
  private final Map<ListenKey, List<Holding>> held = new HashMap<>();
  private final Map<ListenKey, String> onHosts = new HashMap<>();
  private final Map<PortSet, List<NodeName>> excludedTcp = new LinkedHashMap<>();
  private final Map<PortSet, List<NodeName>> excludedUdp = new LinkedHashMap<>();

  private Ledger(Cluster cluster) {
    this.cluster = cluster;
  }

  /** A range that a node's system never gives away. */
  public record Excluded(PortRange range, Protocol protocol, NodeName node) {
    public boolean holds(ListenKey key) {
      return key.protocol() == protocol
          && key.port().compareTo(range.first()) >= 0
          && key.port().compareTo(range.last()) <= 0;
    }
  }

  /** Everything. */
  public static Ledger of(Cluster cluster) {
    return of(cluster, _ -> true);
  }

  /** Only the services that pass; what listens for the others is nobody's process all the same. */
  public static Ledger of(Cluster cluster, Predicate<LiveService> services) {
    var ledger = new Ledger(cluster);
    Reserved.everywhere(cluster)
        .forEach((key, what) -> ledger.enter(everywhere(key, Owner.Kind.RESERVED, what)));
    cluster.services().stream().filter(services).forEach(ledger::service);
    new TaskPorts(cluster).of(services).forEach(ledger::enter);
    ledger.containers();
    ledger.processes();
    ledger.excluded();
    return ledger;
  }

  private static Holding everywhere(ListenKey key, Owner.Kind kind, String name) {
    return new Holding(key, Optional.empty(), new Owner(kind, name), Optional.empty());
  }

  private void enter(Holding holding) {
    held.computeIfAbsent(holding.key(), _ -> new ArrayList<>(1)).add(holding);
  }

  private void service(LiveService service) {
    var name = service.spec().name();
    for (var port : service.ports()) {
      port.published()
          .map(p -> new ListenKey(port.protocol(), p))
          .ifPresent(key -> {
            if (port.mode() == PublishMode.HOST) {
              onHosts.putIfAbsent(key, name);
            } else {
              enter(everyNode(key, Owner.Kind.SERVICE, name, port.target()));
            }
          });
    }
    for (var port : meshPorts(service)) {
      var key = new ListenKey(port.protocol(), port.published());
      enter(everyNode(key, Owner.Kind.MESH, name, port.target()));
    }
  }

  private static Holding everyNode(ListenKey key, Owner.Kind kind, String name, Port target) {
    return new Holding(key, Optional.empty(), new Owner(kind, name), Optional.of(target));
  }

  /** The ports of a service that our mesh carries, by its label. */
  public static List<MeshPort> meshPorts(LiveService service) {
    return Optional.ofNullable(service.spec().labels().get(Labels.MESH))
        .flatMap(MeshLabel::parse)
        .map(MeshLabel::ports)
        .orElse(List.of());
  }

  private void containers() {
    var node = cluster.asked().nodeId().flatMap(cluster::nodeById).map(Node::name);
    for (var container : cluster.asked().containers()) {
      for (var port : container.ports()) {
        enter(
            new Holding(
                new ListenKey(port.protocol(), port.published()),
                node,
                new Owner(Owner.Kind.CONTAINER, container.name()),
                Optional.of(port.target())));
      }
    }
  }

  private void processes() {
    var explained = new Explained(cluster);
    for (var node : cluster.nodes()) {
      var listening = explained.rest(node);
      for (var protocol : Protocol.values()) {
        for (var port : listening.of(protocol).ports()) {
          var key = new ListenKey(protocol, port);
          if (at(key).stream().noneMatch(h -> h.on(node.name()))) {
            enter(new Holding(key, Optional.of(node.name()), Owner.SOME_PROCESS, Optional.empty()));
          }
        }
      }
    }
  }

  private void excluded() {
    for (var node : cluster.nodes()) {
      var sets = node.ports().excluded().orElse(NodePorts.Sets.NONE);
      excludedTcp.computeIfAbsent(sets.tcp(), _ -> new ArrayList<>()).add(node.name());
      excludedUdp.computeIfAbsent(sets.udp(), _ -> new ArrayList<>()).add(node.name());
    }
    excludedTcp.remove(PortSet.NONE);
    excludedUdp.remove(PortSet.NONE);
  }

  private Map<PortSet, List<NodeName>> excluded(Protocol protocol) {
    return switch (protocol) {
      case TCP -> excludedTcp;
      case UDP -> excludedUdp;
      case SCTP -> Map.of();
    };
  }

  /** Everyone who holds that port somewhere, excluded ranges included. */
  public List<Holding> at(ListenKey key) {
    var entered = held.getOrDefault(key, List.of());
    var sets = excluded(key.protocol());
    if (sets.isEmpty()) {
      return entered;
    }
    var all = new ArrayList<>(entered);
    sets.forEach((set, nodes) -> {
      if (set.contains(key.port())) {
        nodes.forEach(
            n -> all.add(new Holding(key, Optional.of(n), Owner.SYSTEM, Optional.empty())));
      }
    });
    return all;
  }

  /** The service that publishes that port on the nodes of its tasks, wherever those are today. */
  public Optional<String> hostMode(ListenKey key) {
    return Optional.ofNullable(onHosts.get(key));
  }

  /** Every port of a protocol that somebody holds anywhere. */
  public PortSet used(Protocol protocol) {
    var ports = new ArrayList<Port>();
    held.keySet().stream().filter(k -> k.protocol() == protocol).forEach(k -> ports.add(k.port()));
    onHosts.keySet().stream()
        .filter(k -> k.protocol() == protocol)
        .forEach(k -> ports.add(k.port()));
    return excluded(protocol).keySet().stream().reduce(PortSet.of(ports), PortSet::with);
  }

  /** All lines but excluded ranges, by port and node. */
  public List<Holding> holdings() {
    return held.values().stream().flatMap(List::stream).sorted(Holding.ORDER).toList();
  }

  /** The ranges that systems exclude, by port and node. */
  public List<Excluded> excludedRanges() {
    return List.of(Protocol.TCP, Protocol.UDP).stream()
        .flatMap(protocol ->
            excluded(protocol).entrySet().stream()
                .flatMap(e ->
                    e.getValue().stream()
                        .flatMap(node ->
                            e.getKey().ranges().stream()
                                .map(r -> new Excluded(r, protocol, node)))))
        .sorted(
            Comparator.comparing((Excluded e) -> e.range().first())
                .thenComparing(Excluded::protocol)
                .thenComparing(e -> Objects.toString(e.node())))
        .toList();
  }
}
