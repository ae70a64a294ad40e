package dev.catamaran.plan.ports;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.compose.PublishedPort;
import dev.catamaran.compose.PublishedPort.Publication;
import dev.catamaran.compose.Service;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.Port;
import dev.catamaran.model.ServiceName;
import dev.catamaran.plan.discovery.Discovery;
import dev.catamaran.plan.network.EngineNames;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.plan.ports.PortGrant.Reach;
import dev.catamaran.plan.ports.Wish.Way;
import dev.catamaran.route.MeshLabel;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Grants published ports: by the engine's own mesh where every node has it, else by Catamaran's
 * mesh on the same port in front of dynamic host ports; in host mode where the user asked.
 */
public final class PortPlanner {
  private final Cluster cluster;
  private final Matrix matrix;
  private final EngineNames names;
  private final boolean alwaysMesh;
  private final NodeIndex nodes;
  private final Verdict keptApart;
  private final PortBook book;
  private final Earlier earlier;
  private final Optional<Lacking> lacking;

  /** A node without the engine's mesh. */
  private record Lacking(Node node, Verdict verdict) {}

  /** A service that knows its nodes and how it is found, and asks for its ports. */
  public record Asking(Service service, Placement placement, Discovery discovery) {}

  /** A wish that was refused, until the number to propose is known. */
  private record Refusal(Wish wish, Port port, Obstacle obstacle) {}

  /**
   * Plans the ports of one project.
   *
   * @param alwaysMesh whether the user wants Catamaran's mesh even where the engine's would do
   */
  public PortPlanner(Cluster cluster, Matrix matrix, EngineNames names, boolean alwaysMesh) {
    this.cluster = cluster;
    this.matrix = matrix;
    this.names = names;
    this.alwaysMesh = alwaysMesh;
    this.nodes = new NodeIndex(cluster);
    this.keptApart = keptApart();
    this.book = new PortBook(cluster, names.project(), nodes, !(keptApart instanceof Verdict.No));
    this.earlier = new Earlier(cluster.servicesOf(names.project()));
    this.lacking = firstWithoutIngress();
  }

  /** Whether the managers heed host ports; one that does not may be the leader tomorrow. */
  private Verdict keptApart() {
    return cluster.nodes().stream()
        .filter(n -> n.role() == Node.Role.MANAGER)
        .map(n -> matrix.judge(Feature.SCHED_HOST_PORT_FILTER, n.facts()))
        .reduce((one, other) -> other instanceof Verdict.No ? other : one)
        .orElseGet(() -> new Verdict.Yes(""));
  }

  /**
   * Grants the ports of all services at once, by name: what the engine allotted stays, then numbers
   * that were written, then what earlier plans allotted, then the rest. So no decision hangs on the
   * order of services, and a new service takes from no other.
   */
  public Map<ServiceName, List<PortGrant>> grant(List<Asking> all, List<Finding> findings) {
    var wishes =
        all.stream()
            .sorted(Comparator.comparing(a -> a.service().name().text()))
            .flatMap(a -> wishes(a, findings).stream())
            .toList();
    var refusals = new ArrayList<Refusal>();
    var chosen = chosen(wishes, refusals);
    refusals.forEach(r -> findings.add(refused(r)));
    var grants = new LinkedHashMap<ServiceName, List<PortGrant>>();
    all.forEach(a -> grants.put(a.service().name(), new ArrayList<>()));
    var checks = new PublishChecks(nodes, matrix);
    var onHosts = new HostModeChecks(book, keptApart);
    for (var wish : wishes) {
      // What no node may hold publishes nothing; that it is refused is told elsewhere.
      if (wish.asking().placement().nodes().somewhere()) {
        wish.grant(Optional.ofNullable(chosen.get(wish)))
            .ifPresent(grant -> {
              grants.getOrDefault(wish.service().name(), new ArrayList<>()).add(grant);
              checks.check(wish, grant, findings);
              onHosts.check(wish, grant, findings);
            });
      }
    }
    findings.addAll(new LoopbackNotes(all, grants, nodes, matrix).findings());
    return grants;
  }

  private Map<Wish, Port> chosen(List<Wish> wishes, List<Refusal> refusals) {
    var chosen = new IdentityHashMap<Wish, Port>();
    wishes.stream().filter(Wish::byEngine).forEach(this::keepEngines);
    wishes.forEach(w -> fixed(w, refusals).ifPresent(p -> chosen.put(w, p)));
    wishes.forEach(w -> kept(w).ifPresent(p -> chosen.put(w, p)));
    wishes.stream()
        .filter(w -> !chosen.containsKey(w))
        .forEach(w -> allot(w, refusals).ifPresent(p -> chosen.put(w, p)));
    return chosen;
  }

  private List<Wish> wishes(Asking asking, List<Finding> findings) {
    var wishes = new ArrayList<Wish>();
    for (var port : asking.service().ports()) {
      port.hostAddress().ifPresent(a -> findings.add(addressIgnored(asking.service(), port, a)));
      var way = way(port, asking.discovery());
      if (way.reach() == Reach.CATAMARAN_MESH && !MeshLabel.carries(port.protocol().value())) {
        findings.add(notCarried(asking.service(), port, way));
      } else {
        wishes.add(new Wish(asking, port, way));
      }
    }
    return wishes;
  }

  private Way way(PublishedPort port, Discovery discovery) {
    if (port.mode().value() == PublishMode.HOST) {
      return new Way(Reach.TASK_NODES, "mode: host is written in the file");
    }
    if (alwaysMesh) {
      return new Way(Reach.CATAMARAN_MESH, "--mesh always asks for it");
    }
    if (lacking.isPresent()) {
      var node = lacking.get();
      return new Way(
          Reach.CATAMARAN_MESH,
          "node "
              + node.node().name()
              + " lacks the engine's routing mesh: "
              + node.verdict().reason());
    }
    if (discovery.mode() == EndpointMode.DNSRR) {
      return new Way(
          Reach.CATAMARAN_MESH,
          "Swarm refuses the routing mesh for a service found by dnsrr, and it is found so because "
              + discovery.reason());
    }
    return new Way(Reach.ENGINE_MESH, "every node has the engine's routing mesh");
  }

  /** The engine keeps what it allotted, whatever a plan says. */
  private void keepEngines(Wish wish) {
    if (wish.way().reach() != Reach.ENGINE_MESH) {
      return;
    }
    var name = names.service(wish.service().name());
    for (var port : earlier.byEngine(name, wish.protocol(), wish.port().target())) {
      if (book.take(wish, port).isEmpty()) {
        return;
      }
    }
  }

  private Optional<Port> fixed(Wish wish, List<Refusal> refusals) {
    if (!(wish.port().published() instanceof Publication.Fixed(var fixed))) {
      return Optional.empty();
    }
    var obstacle = book.take(wish, fixed);
    obstacle.ifPresent(o -> refusals.add(new Refusal(wish, fixed, o)));
    return obstacle.isPresent() ? Optional.empty() : Optional.of(fixed);
  }

  private Optional<Port> kept(Wish wish) {
    return wish.candidates()
        .flatMap(range ->
            earlier
                .granted(
                    names.service(wish.service().name()), wish.protocol(), wish.port().target())
                .stream()
                .filter(p -> p.compareTo(range.first()) >= 0 && p.compareTo(range.last()) <= 0)
                .filter(p -> book.take(wish, p).isEmpty())
                .findFirst());
  }

  /** Swarm allots its automatic ports from the lowest up, so ours come from the other end. */
  private Optional<Port> allot(Wish wish, List<Refusal> refusals) {
    var candidates = wish.candidates();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    var range = candidates.get();
    var found =
        wish.port().published() instanceof Publication.Automatic
            ? book.highest(wish, range)
            : book.lowest(wish, range);
    if (found.isEmpty()) {
      var nothing =
          Obstacle.of(
              Code.PORT_TAKEN,
              "every port of " + range + " is held by someone",
              "publish a wider range");
      refusals.add(new Refusal(wish, range.last(), nothing));
    }
    return found;
  }

  private Finding refused(Refusal refusal) {
    var obstacle = refusal.obstacle();
    var ways = new ArrayList<String>();
    book.proposal(refusal.wish().protocol(), refusal.port())
        .ifPresent(p -> ways.add("publish " + p + ": it is free on every node"));
    ways.addAll(obstacle.ways());
    return refusal
        .wish()
        .error(obstacle.code(), obstacle.message())
        .because(obstacle.reasons())
        .tryThis(ways);
  }

  private Optional<Lacking> firstWithoutIngress() {
    for (var kind : nodes.kinds(nodes.all()).entrySet()) {
      var verdict = matrix.judge(Feature.NET_INGRESS, kind.getKey());
      boolean sure = !(verdict instanceof Verdict.Unknown) || kind.getKey().windows();
      if (!verdict.works() && sure) {
        return Optional.of(new Lacking(kind.getValue().first(), verdict));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the mesh of some nodes rests on a fact that nobody told, or on one that is disputed;
   * the engine's mesh is used all the same.
   */
  public List<Finding> doubts(List<PortGrant> grants) {
    return grants.stream()
        .filter(g -> g.reach() == Reach.ENGINE_MESH)
        .findFirst()
        .map(first -> new MeshDoubts(matrix, first).of(nodes.kinds(nodes.all())))
        .orElse(List.of());
  }

  private static Finding addressIgnored(Service service, PublishedPort port, String address) {
    return Finding.warning(
            Code.KEY_NOT_APPLIED,
            "Swarm publishes on every address of a node; " + address + " is ignored")
        .at(port.where())
        .of(service.name())
        .tryThis("write the port without an address, and close it in the firewall");
  }

  private static Finding notCarried(Service service, PublishedPort port, Way way) {
    return Finding.error(
            Code.PORT_PROTOCOL,
            "Catamaran's mesh carries TCP and UDP, and this port is " + port.protocol().value())
        .at(port.where())
        .of(service.name())
        .because(way.reason())
        .tryThis("mode: host, to publish it on the nodes that run a task");
  }
}
