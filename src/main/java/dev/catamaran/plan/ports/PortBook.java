package dev.catamaran.plan.ports;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Counted;
import dev.catamaran.finding.Some;
import dev.catamaran.ledger.Holding;
import dev.catamaran.ledger.Ledger;
import dev.catamaran.ledger.Owner;
import dev.catamaran.model.Port;
import dev.catamaran.model.PortRange;
import dev.catamaran.model.ProjectName;
import dev.catamaran.model.Protocol;
import dev.catamaran.plan.ports.Seats.Claim;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.spec.Labels;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The observed ledger, and what the plan gives away on top of it. Ports of the project's own
 * services do not count as observed: they are what is being planned.
 */
final class PortBook {
  private static final int FIRST_UNPRIVILEGED = 1024;

  private final Ledger ledger;
  private final NodeIndex nodes;
  private final boolean keptApart;
  private final Map<ListenKey, Wish> everywhere = new HashMap<>();
  private final Map<ListenKey, Seats> onHosts = new HashMap<>();
  private final Map<Protocol, BitSet> used = new EnumMap<>(Protocol.class);

  /**
   * @param keptApart whether Swarm's scheduler keeps tasks with the same host port apart
   */
  PortBook(Cluster cluster, ProjectName project, NodeIndex nodes, boolean keptApart) {
    this.ledger =
        Ledger.of(cluster, s -> !project.text().equals(s.spec().labels().get(Labels.STACK)));
    this.nodes = nodes;
    this.keptApart = keptApart;
    for (var protocol : Protocol.values()) {
      var ports = new BitSet();
      ledger.used(protocol).ports().forEach(p -> ports.set(p.number()));
      used.put(protocol, ports);
    }
  }

  /** Gives the port to the service, or says what stands in the way. */
  Optional<Obstacle> take(Wish wish, Port port) {
    var key = wish.key(port);
    var holdings = ledger.at(key);
    var obstacle =
        reserved(key, holdings)
            .or(() -> taken(wish, key))
            .or(() -> wish.everywhere() ? wide(wish, key, holdings) : host(wish, key, holdings));
    if (obstacle.isEmpty()) {
      used(key.protocol()).set(port.number());
    }
    return obstacle;
  }

  private static Optional<Obstacle> reserved(ListenKey key, List<Holding> holdings) {
    return holdings.stream()
        .filter(h -> h.owner().kind() == Owner.Kind.RESERVED)
        .findFirst()
        .map(h ->
            Obstacle.of(Code.PORT_PROTECTED, "port " + key + " belongs to " + h.owner().name()));
  }

  /** By another service of the project, or by this one. */
  private Optional<Obstacle> taken(Wish wish, ListenKey key) {
    var other = Optional.ofNullable(everywhere.get(key));
    var seats = Optional.ofNullable(onHosts.get(key));
    return other
        .or(() ->
            seats.stream()
                .flatMap(s -> s.claims().stream())
                .map(Claim::wish)
                .filter(w -> wish.everywhere() || w.ofSameService(wish))
                .findFirst())
        .map(o -> o.ofSameService(wish) ? twice(key, o) : by(key, o));
  }

  private static Obstacle twice(ListenKey key, Wish other) {
    return Obstacle.of(
        Code.PORT_TAKEN,
        "the service publishes port " + key + " twice, first at " + other.port().where(),
        "remove one of the two");
  }

  private static Obstacle by(ListenKey key, Wish other) {
    return Obstacle.of(
        Code.PORT_TAKEN,
        "published port " + key + " is held by " + other,
        "publish that of " + other.service().name() + " on another port");
  }

  private Optional<Obstacle> wide(Wish wish, ListenKey key, List<Holding> holdings) {
    if (!holdings.isEmpty()) {
      return Optional.of(held(key, holdings));
    }
    var onHosts = ledger.hostMode(key);
    if (onHosts.isPresent()) {
      return Optional.of(
          new Obstacle(
              Code.PORT_TAKEN,
              "published port " + key + " is held by service " + onHosts.get(),
              List.of("it publishes it in host mode, and Swarm gives such a port to no mesh"),
              List.of("remove the other service")));
    }
    everywhere.put(key, wish);
    return Optional.empty();
  }

  private static Obstacle held(ListenKey key, List<Holding> holdings) {
    boolean excluded = holdings.stream().allMatch(h -> h.owner().kind() == Owner.Kind.EXCLUDED);
    var way =
        holdings.stream()
            .map(h -> h.owner().kind())
            .findFirst()
            .map(kind ->
                switch (kind) {
                  case SERVICE, MESH, TASK -> "remove the other service";
                  case CONTAINER -> "stop the container";
                  case PROCESS -> "stop what listens there";
                  case RESERVED -> "leave it to its owner";
                  case EXCLUDED ->
                      "netsh int ipv4 show excludedportrange protocol="
                          + key.protocol()
                          + ", on the node, shows what is excluded";
                })
            .orElse("remove the other one");
    return Obstacle.of(
        excluded ? Code.PORT_RESERVED : Code.PORT_TAKEN,
        "published port " + key + " is held by " + Some.of(holdings),
        way);
  }

  private Optional<Obstacle> host(Wish wish, ListenKey key, List<Holding> holdings) {
    var wide = holdings.stream().filter(h -> h.node().isEmpty()).toList();
    if (!wide.isEmpty()) {
      return Optional.of(held(key, wide));
    }
    var eligible = wish.eligible();
    var room = (BitSet) eligible.clone();
    room.andNot(nodes.of(holdings));
    int all = eligible.cardinality();
    // More tasks than nodes is another finding, whoever else is there.
    int tasks = Math.min(wish.tasks(all), all);
    if (tasks > room.cardinality()) {
      return Optional.of(noRoom(key, holdings, eligible, tasks));
    }
    return seat(key, new Claim(wish, room, tasks));
  }

  private Obstacle noRoom(ListenKey key, List<Holding> holdings, BitSet eligible, int tasks) {
    var there = holdings.stream().filter(h -> nodes.touches(h, eligible)).toList();
    int left = eligible.cardinality() - nodes.of(there).cardinality();
    var held = held(key, there);
    var sum =
        Counted.tasks(tasks)
            + (tasks == 1 ? " wants" : " want")
            + " it, one a node, and of the "
            + Counted.nodes(eligible.cardinality())
            + " that may hold them "
            + (left == 0 ? "none is" : left + (left == 1 ? " is" : " are"))
            + " left";
    return new Obstacle(held.code(), held.message(), List.of(sum), held.ways());
  }

  private Optional<Obstacle> seat(ListenKey key, Claim claim) {
    var seats = onHosts.computeIfAbsent(key, _ -> new Seats());
    var sharing = seats.sharing(claim);
    boolean crowded = !keptApart && !sharing.isEmpty() && claim.tasks() > 0;
    if (!crowded && seats.seat(claim)) {
      return Optional.empty();
    }
    var other = sharing.isEmpty() ? claim : sharing.getFirst();
    var obstacle = by(key, other.wish());
    var ways = new ArrayList<>(obstacle.ways());
    ways.add("constraints that keep their tasks on different nodes");
    return Optional.of(
        new Obstacle(obstacle.code(), obstacle.message(), List.of(sum(claim, sharing)), ways));
  }

  private String sum(Claim claim, List<Claim> sharing) {
    var all = claim.with(new BitSet());
    int tasks = claim.tasks();
    for (var other : sharing) {
      all = other.with(all);
      tasks += other.tasks();
    }
    return keptApart
        ? "on the same nodes: "
            + tasks
            + " tasks want it, one a node, and there "
            + (all.cardinality() == 1 ? "is " : "are ")
            + Counted.nodes(all.cardinality())
        : "their tasks may meet on a node, and this Swarm's scheduler does not heed host ports";
  }

  /** Services that share nodes for one host port; Swarm keeps their tasks apart. */
  List<Claim> sharing(Wish wish, Port port) {
    var seats = onHosts.get(wish.key(port));
    return seats == null
        ? List.of()
        : seats.claims().stream()
            .filter(c -> c.wish().samePort(wish) && c.tasks() > 0)
            .flatMap(c -> seats.sharing(c).stream())
            .toList();
  }

  /** Who holds the port of a host mode wish on nodes that may hold it, unknown to Swarm. */
  List<Holding> unseen(Wish wish, Port port) {
    var eligible = wish.eligible();
    return ledger.at(wish.key(port)).stream()
        .filter(h ->
            switch (h.owner().kind()) {
              case CONTAINER, PROCESS, EXCLUDED -> true;
              case SERVICE, MESH, TASK, RESERVED -> false;
            })
        .filter(h -> nodes.touches(h, eligible))
        .toList();
  }

  /**
   * Gives the lowest port of the range that is free on every node, else one that is where asked.
   */
  Optional<Port> lowest(Wish wish, PortRange range) {
    int free = used(wish.protocol()).nextClearBit(range.first().number());
    if (free <= range.last().number() && take(wish, new Port(free)).isEmpty()) {
      return Optional.of(new Port(free));
    }
    return wish.everywhere()
        ? Optional.empty()
        : range.ports().filter(p -> take(wish, p).isEmpty()).findFirst();
  }

  /** Gives the highest free port of the range. */
  Optional<Port> highest(Wish wish, PortRange range) {
    int free = used(wish.protocol()).previousClearBit(range.last().number());
    return free >= range.first().number() && take(wish, new Port(free)).isEmpty()
        ? Optional.of(new Port(free))
        : Optional.empty();
  }

  /** The next port nobody holds anywhere; it is proposed once. */
  Optional<Port> proposal(Protocol protocol, Port from) {
    var ports = used(protocol);
    int next = ports.nextClearBit(from.number() + 1);
    int free = next <= Port.HIGHEST ? next : ports.nextClearBit(FIRST_UNPRIVILEGED);
    if (free > Port.HIGHEST) {
      return Optional.empty();
    }
    ports.set(free);
    return Optional.of(new Port(free));
  }

  private BitSet used(Protocol protocol) {
    return used.computeIfAbsent(protocol, _ -> new BitSet());
  }
}
