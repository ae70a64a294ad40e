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
import dev.catamaran.model.Protocol;
import dev.catamaran.model.ServiceName;
import dev.catamaran.plan.discovery.Discovery;
import dev.catamaran.plan.network.EngineNames;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.plan.ports.PortGrant.Reach;
import dev.catamaran.plan.ports.Wish.Way;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
  private final Ledger ledger;
  private final Optional<Lacking> lacking;

  /** A node without the engine's mesh. */
  private record Lacking(Node node, Verdict verdict) {}

  /** A service that knows its nodes and how it is found, and asks for its ports. */
  public record Asking(Service service, Placement placement, Discovery discovery) {}

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
    this.ledger = new Ledger(cluster, names.project());
    this.lacking = firstWithoutIngress();
  }

  /**
   * Grants the ports of all services at once, by name: numbers that were written go first, then
   * what earlier plans allotted, then the rest. So no decision hangs on the order of services, and
   * a new service takes from no other.
   */
  public Map<ServiceName, List<PortGrant>> grant(List<Asking> all, List<Finding> findings) {
    var wishes =
        all.stream()
            .sorted(Comparator.comparing(a -> a.service().name().text()))
            .flatMap(a -> wishes(a, findings).stream())
            .toList();
    var chosen = new HashMap<Wish, Port>();
    wishes.forEach(w -> fixed(w, findings).ifPresent(p -> chosen.put(w, p)));
    wishes.forEach(w -> kept(w).ifPresent(p -> chosen.put(w, p)));
    wishes.stream()
        .filter(w -> !chosen.containsKey(w))
        .forEach(w -> allot(w, findings).ifPresent(p -> chosen.put(w, p)));
    var grants = new LinkedHashMap<ServiceName, List<PortGrant>>();
    all.forEach(a -> grants.put(a.service().name(), new ArrayList<>()));
    var checks = new HostModeChecks(cluster, matrix);
    for (var wish : wishes) {
      wish.grant(Optional.ofNullable(chosen.get(wish)))
          .ifPresent(grant -> {
            grants.getOrDefault(wish.service().name(), new ArrayList<>()).add(grant);
            checks.check(wish.service(), wish.asking().placement(), grant, findings);
          });
    }
    return grants;
  }

  private List<Wish> wishes(Asking asking, List<Finding> findings) {
    var wishes = new ArrayList<Wish>();
    for (var port : asking.service().ports()) {
      port.hostAddress().ifPresent(a -> findings.add(addressIgnored(asking.service(), port, a)));
      var way = way(port, asking.discovery());
      if (way.reach() == Reach.CATAMARAN_MESH && port.protocol().value() != Protocol.TCP) {
        findings.add(onlyTcp(asking.service(), port, way));
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

  private Optional<Port> fixed(Wish wish, List<Finding> findings) {
    if (!(wish.port().published() instanceof Publication.Fixed(var fixed))) {
      return Optional.empty();
    }
    var key = wish.key(fixed);
    var guarded = Ledger.protectedFor(key);
    if (guarded.isPresent()) {
      findings.add(
          wish.error(Code.PORT_PROTECTED, "port " + key + " belongs to " + guarded.get())
              .tryThis("publish another port"));
      return Optional.empty();
    }
    var holder = ledger.holder(key);
    if (holder.isPresent()) {
      findings.add(
          wish.error(
                  Code.PORT_TAKEN, "published port " + key + " is held by " + holder.get().owner())
              .tryThis("publish another port, or remove the other one"));
      return Optional.empty();
    }
    hold(wish, fixed);
    return Optional.of(fixed);
  }

  private Optional<Port> kept(Wish wish) {
    var candidates = wish.candidates();
    var name = names.service(wish.service().name());
    var kept =
        ledger.granted(name, wish.protocol(), wish.port().target()).stream()
            .filter(candidates::contains)
            .filter(p -> ledger.holder(wish.key(p)).isEmpty())
            .findFirst();
    kept.ifPresent(p -> hold(wish, p));
    return kept;
  }

  private Optional<Port> allot(Wish wish, List<Finding> findings) {
    var candidates = wish.candidates();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    var chosen = ledger.free(wish.protocol(), candidates);
    if (chosen.isEmpty()) {
      findings.add(
          wish.error(
                  Code.PORT_TAKEN,
                  "every port of "
                      + candidates.getFirst()
                      + "-"
                      + candidates.getLast()
                      + " is held by someone")
              .tryThis("publish a wider range"));
    }
    chosen.ifPresent(p -> hold(wish, p));
    return chosen;
  }

  private void hold(Wish wish, Port port) {
    ledger.hold(
        wish.key(port),
        new Ledger.Holder("service " + wish.service().name() + " at " + wish.port().where()));
  }

  private Optional<Lacking> firstWithoutIngress() {
    for (var node : cluster.nodes()) {
      var verdict = matrix.judge(Feature.NET_INGRESS, node.facts());
      boolean sure = !(verdict instanceof Verdict.Unknown) || node.facts().windows();
      if (!verdict.works() && sure) {
        return Optional.of(new Lacking(node, verdict));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a node's mesh rests on a fact that nobody told; the engine's mesh is used all the same.
   */
  public List<Finding> doubts(List<PortGrant> grants) {
    if (grants.stream().noneMatch(g -> g.reach() == Reach.ENGINE_MESH)) {
      return List.of();
    }
    return cluster.nodes().stream()
        .filter(n -> matrix.judge(Feature.NET_INGRESS, n.facts()) instanceof Verdict.Unknown)
        .map(this::doubt)
        .toList();
  }

  private Finding doubt(Node node) {
    var verdict = (Verdict.Unknown) matrix.judge(Feature.NET_INGRESS, node.facts());
    return Finding.info(
            Code.FACT_UNKNOWN,
            "the engine's routing mesh is taken to work on "
                + node.name()
                + ", though "
                + verdict.fact()
                + " is not known")
        .on(node.name())
        .tryThis(verdict.howToLearn())
        .says(verdict.source());
  }

  private static Finding addressIgnored(Service service, PublishedPort port, String address) {
    return Finding.warning(
            Code.KEY_NOT_APPLIED,
            "Swarm publishes on every address of a node; " + address + " is ignored")
        .at(port.where())
        .of(service.name())
        .tryThis("write the port without an address, and close it in the firewall");
  }

  private static Finding onlyTcp(Service service, PublishedPort port, Way way) {
    return Finding.error(
            Code.PORT_PROTOCOL,
            "Catamaran's mesh carries TCP only, and this port is " + port.protocol().value())
        .at(port.where())
        .of(service.name())
        .because(way.reason())
        .tryThis("mode: host, to publish it on the nodes that run a task");
  }
}
