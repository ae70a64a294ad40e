package dev.catamaran.plan.ports;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.model.Port;
import dev.catamaran.model.ProjectName;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.MeshLabel;
import dev.catamaran.route.MeshLabel.MeshPort;
import dev.catamaran.spec.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who holds which published port. Ports of the project's own services do not count: they are what
 * is being planned.
 */
final class Ledger {
  private static final int FIRST_AUTOMATIC = 30_000;
  private static final int LAST_AUTOMATIC = 32_767;

  /** Ports Swarm and our agents live on, and the one operators come in by. */
  private static final Map<Key, String> PROTECTED =
      Map.of(
          new Key(Protocol.TCP, new Port(22)), "ssh, by which operators reach the nodes",
          new Key(Protocol.TCP, new Port(2377)), "Swarm's managers",
          new Key(Protocol.TCP, new Port(2378)), "Catamaran's agents",
          new Key(Protocol.TCP, new Port(7946)), "Swarm's node discovery",
          new Key(Protocol.UDP, new Port(7946)), "Swarm's node discovery",
          new Key(Protocol.UDP, new Port(4789)), "Swarm's overlay networks (VXLAN)");

  private final Map<Key, Holder> held = new LinkedHashMap<>();
  private final Map<String, Map<Key, List<Port>>> earlier = new HashMap<>();

  /** One port in one protocol. */
  record Key(Protocol protocol, Port port) {
    @Override
    public String toString() {
      return port + "/" + protocol;
    }
  }

  /** Who holds it. */
  record Holder(String owner) {}

  Ledger(Cluster cluster, ProjectName project) {
    for (var service : cluster.services()) {
      boolean ours = project.text().equals(service.spec().labels().get(Labels.STACK));
      if (ours) {
        remember(service);
      } else {
        enter(service);
      }
    }
  }

  static Optional<String> protectedFor(Key key) {
    return Optional.ofNullable(PROTECTED.get(key));
  }

  Optional<Holder> holder(Key key) {
    return Optional.ofNullable(held.get(key));
  }

  void hold(Key key, Holder holder) {
    held.putIfAbsent(key, holder);
  }

  /** The ports this service's target was granted in an earlier plan, so that it keeps them. */
  List<Port> granted(String service, Protocol protocol, Port target) {
    return earlier
        .getOrDefault(service, Map.of())
        .getOrDefault(new Key(protocol, target), List.of());
  }

  /** The lowest free port of those, protected ones left out. */
  Optional<Port> free(Protocol protocol, List<Port> candidates) {
    return candidates.stream()
        .filter(p -> !held.containsKey(new Key(protocol, p)))
        .filter(p -> protectedFor(new Key(protocol, p)).isEmpty())
        .findFirst();
  }

  /** The range Swarm itself allots published ports from. */
  static List<Port> automatic() {
    return java.util.stream.IntStream.rangeClosed(FIRST_AUTOMATIC, LAST_AUTOMATIC)
        .mapToObj(Port::new)
        .toList();
  }

  private void enter(LiveService service) {
    var owner = "service " + service.spec().name();
    for (var port : service.spec().endpoint().ports()) {
      port.published().ifPresent(p -> hold(new Key(port.protocol(), p), new Holder(owner)));
    }
    meshPorts(service).forEach(p -> hold(new Key(p.protocol(), p.published()), new Holder(owner)));
  }

  private void remember(LiveService service) {
    var mine = earlier.computeIfAbsent(service.spec().name(), n -> new HashMap<>());
    for (var port : service.spec().endpoint().ports()) {
      port.published().ifPresent(p -> add(mine, new Key(port.protocol(), port.target()), p));
    }
    meshPorts(service).forEach(p -> add(mine, new Key(p.protocol(), p.target()), p.published()));
  }

  private static void add(Map<Key, List<Port>> ports, Key target, Port published) {
    ports.computeIfAbsent(target, t -> new ArrayList<>()).add(published);
  }

  private static List<MeshPort> meshPorts(LiveService service) {
    return Optional.ofNullable(service.spec().labels().get(Labels.MESH))
        .flatMap(MeshLabel::parse)
        .map(MeshLabel::ports)
        .orElse(List.of());
  }
}
