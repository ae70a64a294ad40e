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
import dev.catamaran.plan.discovery.Discovery;
import dev.catamaran.plan.network.EngineNames;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.plan.ports.PortGrant.Reach;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.util.ArrayList;
import java.util.List;
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

  /** The reach of a port and why. */
  private record Way(Reach reach, String reason) {}

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

  public List<PortGrant> grant(
      Service service, Placement placement, Discovery discovery, List<Finding> findings) {
    var grants = new ArrayList<PortGrant>();
    for (var port : service.ports()) {
      port.hostAddress().ifPresent(a -> findings.add(addressIgnored(service, port, a)));
      var way = way(port, discovery);
      if (way.reach() == Reach.CATAMARAN_MESH && port.protocol().value() != Protocol.TCP) {
        findings.add(onlyTcp(service, port, way));
      } else {
        var published = choose(service, port, way, findings);
        if (published.isPresent() || port.published() instanceof Publication.Automatic) {
          grants.add(
              new PortGrant(
                  published,
                  port.target(),
                  port.protocol().value(),
                  way.reach(),
                  way.reason(),
                  port.where()));
          new HostModeChecks(cluster, matrix).check(service, placement, grants.getLast(), findings);
        }
      }
    }
    return grants;
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

  private Optional<Port> choose(
      Service service, PublishedPort port, Way way, List<Finding> findings) {
    return switch (port.published()) {
      case Publication.Fixed(var fixed) -> fixed(service, port, fixed, way, findings);
      case Publication.AnyOf(var range) ->
          allot(service, port, range.ports().toList(), way, findings);
      case Publication.Automatic() ->
          way.reach() == Reach.CATAMARAN_MESH
              ? allot(service, port, Ledger.automatic(), way, findings)
              : Optional.empty();
    };
  }

  private Optional<Port> fixed(
      Service service, PublishedPort port, Port fixed, Way way, List<Finding> findings) {
    var key = new Ledger.Key(port.protocol().value(), fixed);
    var guarded = Ledger.protectedFor(key);
    if (guarded.isPresent()) {
      findings.add(
          Finding.error(Code.PORT_PROTECTED, "port " + key + " belongs to " + guarded.get())
              .at(port.where())
              .of(service.name())
              .tryThis("publish another port"));
      return Optional.empty();
    }
    var holder = ledger.holder(key);
    if (holder.isPresent()) {
      findings.add(
          Finding.error(
                  Code.PORT_TAKEN, "published port " + key + " is held by " + holder.get().owner())
              .at(port.where())
              .of(service.name())
              .tryThis("publish another port, or remove the other one"));
      return Optional.empty();
    }
    hold(service, port, key, way);
    return Optional.of(fixed);
  }

  private Optional<Port> allot(
      Service service, PublishedPort port, List<Port> candidates, Way way, List<Finding> findings) {
    var protocol = port.protocol().value();
    var kept =
        ledger
            .granted(names.service(service.name()), protocol, port.target())
            .filter(candidates::contains)
            .filter(p -> ledger.holder(new Ledger.Key(protocol, p)).isEmpty());
    var chosen = kept.or(() -> ledger.free(protocol, candidates));
    if (chosen.isEmpty()) {
      findings.add(
          Finding.error(
                  Code.PORT_TAKEN,
                  "every port of "
                      + candidates.getFirst()
                      + "-"
                      + candidates.getLast()
                      + " is held by someone")
              .at(port.where())
              .of(service.name())
              .tryThis("publish a wider range"));
    }
    chosen.ifPresent(p -> hold(service, port, new Ledger.Key(protocol, p), way));
    return chosen;
  }

  private void hold(Service service, PublishedPort port, Ledger.Key key, Way way) {
    ledger.hold(
        key,
        new Ledger.Holder(
            "service " + service.name() + " at " + port.where(), way.reach() != Reach.TASK_NODES));
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
