package dev.catamaran.plan.discovery;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.compose.Project;
import dev.catamaran.compose.Service;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.ServiceName;
import dev.catamaran.model.Sourced;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.spec.EndpointMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses DNS round robin where a node that may hold the service, or may call it, has no virtual
 * IPs: each node programs the load balancer for its own callers, so one lame node is enough.
 */
public final class DiscoveryChooser {
  private static final String STOCK = "docker service create: the default endpoint mode is vip";

  private final Cluster cluster;
  private final Matrix matrix;
  private final Callers callers;
  private final Map<ServiceName, Placement> placements;

  public DiscoveryChooser(
      Project project, Cluster cluster, Matrix matrix, Map<ServiceName, Placement> placements) {
    this.cluster = cluster;
    this.matrix = matrix;
    this.callers = new Callers(project);
    this.placements = Map.copyOf(placements);
  }

  /** A node without virtual IPs, and what it has to do with the service. */
  private record Lame(Node node, Verdict verdict, String role) {}

  public Discovery choose(Service service, List<Finding> findings) {
    var lame = lame(service);
    return switch (service.deploy().endpointMode()) {
      case Sourced.Written<EndpointMode>(var mode, var _) -> {
        if (mode == EndpointMode.VIP && lame.isPresent()) {
          findings.add(impossible(service, lame.get()));
        }
        yield new Discovery(mode, "written in the file", "the Compose file");
      }
      case Sourced.Defaulted<EndpointMode> _ ->
          lame.map(DiscoveryChooser::roundRobin)
              .orElseGet(() ->
                  new Discovery(
                      EndpointMode.VIP,
                      "every node that may hold or call it has virtual IPs",
                      STOCK));
    };
  }

  private static Discovery roundRobin(Lame lame) {
    return new Discovery(
        EndpointMode.DNSRR, lame.role() + ": " + lame.verdict().reason(), lame.verdict().source());
  }

  private Finding impossible(Service service, Lame lame) {
    return Finding.error(
            Code.DISCOVERY_IMPOSSIBLE,
            "endpoint_mode vip does not work for service " + service.name())
        .at(service.places().of("deploy.endpoint_mode"))
        .of(service.name())
        .on(lame.node().name())
        .because(lame.role() + ": " + lame.verdict().reason())
        .tryThis("endpoint_mode: dnsrr, or leave it out and let the plan choose")
        .says(lame.verdict().source());
  }

  private Optional<Lame> lame(Service service) {
    var holder = withoutVip(service.name(), name -> "it may run on " + name);
    if (holder.isPresent()) {
      return holder;
    }
    for (var caller : callers.of(service)) {
      var from =
          withoutVip(
              caller.service().name(),
              name ->
                  caller.service().name() + " may run on " + name + " and " + caller.evidence());
      if (from.isPresent()) {
        return from;
      }
    }
    return Optional.empty();
  }

  private Optional<Lame> withoutVip(
      ServiceName holder, java.util.function.UnaryOperator<String> role) {
    var placement = placements.get(holder);
    if (placement == null) {
      return Optional.empty();
    }
    for (var node : cluster.nodes()) {
      if (placement.mayHold(node.name())) {
        var verdict = matrix.judge(Feature.NET_VIP, node.facts());
        if (!verdict.works() && !linuxUnknown(node, verdict)) {
          return Optional.of(new Lame(node, verdict, role.apply(node.name().text())));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Nearly every Linux kernel has IPVS; the plan warns once, and does not turn every stack over.
   */
  private static boolean linuxUnknown(Node node, Verdict verdict) {
    return verdict instanceof Verdict.Unknown && !node.facts().windows();
  }
}
