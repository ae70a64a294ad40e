package dev.catamaran.plan.discovery;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.compose.Project;
import dev.catamaran.compose.Service;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Some;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.ServiceName;
import dev.catamaran.model.Sourced;
import dev.catamaran.plan.discovery.Callers.Caller;
import dev.catamaran.plan.network.PlannedNetwork;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.plan.placement.Placement.EligibleNode;
import dev.catamaran.spec.EndpointMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses DNS round robin where a node that may hold the service, or may call it, has no virtual
 * IPs: each node programs the load balancer for its own callers, so one lame node is enough.
 */
public final class DiscoveryChooser {
  private static final String STOCK = "docker service create: the default endpoint mode is vip";
  private static final int MOST_NAMED = 3;

  private final Callers callers;

  /** The nodes without virtual IPs that may hold a service, for those that have some. */
  private final Map<ServiceName, List<Lame>> lame = new HashMap<>();

  private final Map<String, List<Service>> lameMembers = new HashMap<>();

  private final Foreigners foreigners;

  public DiscoveryChooser(
      Project project,
      Cluster cluster,
      Matrix matrix,
      Map<ServiceName, Placement> placements,
      Collection<PlannedNetwork> networks) {
    this.callers = new Callers(project);
    var nodes = new LinkedHashMap<NodeName, Lame>();
    cluster.nodes().stream()
        .flatMap(n -> lame(n, matrix))
        .forEach(l -> nodes.put(l.node().name(), l));
    if (!nodes.isEmpty()) {
      placements.forEach((name, p) -> {
        var holding = lame(p, nodes);
        if (!holding.isEmpty()) {
          lame.put(name, holding);
        }
      });
    }
    this.foreigners = new Foreigners(cluster, project.name(), networks, nodes.values());
  }

  /** Why a service cannot be found by a virtual IP. */
  private record Reason(Lame first, String text) {}

  private static Stream<Lame> lame(Node node, Matrix matrix) {
    var verdict = matrix.judge(Feature.NET_VIP, node.facts());
    return verdict.works() || linuxUnknown(node, verdict)
        ? Stream.empty()
        : Stream.of(new Lame(node, verdict));
  }

  /** What is decided must not hang on a node being drained, so resting nodes count. */
  private static List<Lame> lame(Placement placement, Map<NodeName, Lame> nodes) {
    return Stream.concat(
            placement.eligible().stream().map(EligibleNode::name), placement.resting().stream())
        .flatMap(n -> Optional.ofNullable(nodes.get(n)).stream())
        .sorted(Comparator.comparing(l -> l.node().name()))
        .toList();
  }

  public Discovery choose(Service service, List<Finding> findings) {
    var reasons = reasons(service);
    return switch (service.deploy().endpointMode()) {
      case Sourced.Written<EndpointMode>(var mode, var _) -> {
        if (mode == EndpointMode.VIP && !reasons.isEmpty()) {
          findings.add(impossible(service, reasons));
        }
        yield new Discovery(mode, "written in the file", "the Compose file", known(service));
      }
      case Sourced.Defaulted<EndpointMode> _ ->
          reasons.isEmpty()
              ? new Discovery(
                  EndpointMode.VIP,
                  "every node that may hold or call it has virtual IPs",
                  STOCK,
                  known(service))
              : roundRobin(reasons);
    };
  }

  private static Discovery roundRobin(List<Reason> reasons) {
    var strongest = reasons.getFirst();
    return new Discovery(
        EndpointMode.DNSRR,
        strongest.text(),
        strongest.first().verdict().source(),
        reasons.stream().skip(1).map(Reason::text).toList());
  }

  private static Finding impossible(Service service, List<Reason> reasons) {
    var strongest = reasons.getFirst().first();
    return Finding.error(
            Code.DISCOVERY_IMPOSSIBLE,
            "endpoint_mode vip does not work for service " + service.name())
        .at(service.places().of("deploy.endpoint_mode"))
        .of(service.name())
        .on(strongest.node().name())
        .because(reasons.stream().map(Reason::text).toList())
        .tryThis("endpoint_mode: dnsrr, or leave it out and let the plan choose")
        .says(strongest.verdict().source());
  }

  /** Who calls it by the file's own word, with nothing against it. */
  private List<String> known(Service service) {
    return callers.named(service.name()).stream()
        .map(c -> c.service().name() + " " + c.evidence())
        .toList();
  }

  private List<Reason> reasons(Service service) {
    if (lame.isEmpty() && foreigners.nobody()) {
      return List.of();
    }
    var reasons = new ArrayList<Reason>();
    lameNodes(lameOf(service.name()), "it may run on ", "", reasons);
    var named = callers.named(service.name());
    named.forEach(c -> caller(c, reasons));
    var told =
        named.stream().map(c -> c.service().name()).collect(Collectors.toCollection(HashSet::new));
    told.add(service.name());
    callers.networks(service.name()).forEach(n -> others(n, told, reasons));
    foreigners(service, reasons);
    return reasons;
  }

  private List<Lame> lameOf(ServiceName service) {
    return lame.getOrDefault(service, List.of());
  }

  private void caller(Caller caller, List<Reason> reasons) {
    var name = caller.service().name();
    lameNodes(lameOf(name), name + " may run on ", " and " + caller.evidence(), reasons);
  }

  /** Of those that only share a network some are named, and the others counted. */
  private void others(String network, Set<ServiceName> told, List<Reason> reasons) {
    var members =
        lameMembers.computeIfAbsent(
            network, n -> callers.members(n, s -> lame.containsKey(s.name())));
    var some =
        members.stream().filter(s -> !told.contains(s.name())).limit(MOST_NAMED + 1).toList();
    some.stream()
        .limit(MOST_NAMED)
        .forEach(s -> {
          told.add(s.name());
          caller(new Caller(s, "shares network " + network + " with it"), reasons);
        });
    if (some.size() > MOST_NAMED) {
      var text = "so may others of the " + members.size() + " such services on network " + network;
      reasons.add(new Reason(reasons.getLast().first(), text));
    }
  }

  /** On several networks, a service of another project is told for the first. */
  private void foreigners(Service service, List<Reason> reasons) {
    var told = new HashSet<String>();
    for (var network : callers.networks(service.name())) {
      var some = foreigners.on(network).stream().filter(f -> !told.contains(f.name())).toList();
      some.stream()
          .limit(MOST_NAMED)
          .forEach(f -> {
            told.add(f.name());
            var after = " and shares network " + network + " with it, from outside the project";
            lameNodes(f.nodes(), f.name() + " may run on ", after, reasons);
          });
      if (some.size() > MOST_NAMED) {
        var text = "so may others of the " + some.size() + " services of other projects on it";
        reasons.add(new Reason(reasons.getLast().first(), text));
      }
    }
  }

  /** Nodes that lack virtual IPs for the same cause are named together. */
  private static void lameNodes(
      List<Lame> lame, String before, String after, List<Reason> reasons) {
    var byCause = new LinkedHashMap<String, List<Lame>>();
    lame.forEach(l -> byCause.computeIfAbsent(l.verdict().reason(), _ -> new ArrayList<>()).add(l));
    byCause.forEach((cause, nodes) ->
        reasons.add(new Reason(nodes.getFirst(), before + names(nodes) + after + ": " + cause)));
  }

  private static String names(List<Lame> nodes) {
    return Some.of(nodes.stream().map(l -> l.node().name()).toList(), MOST_NAMED);
  }

  /**
   * Nearly every Linux kernel has IPVS; the plan warns once, and does not turn every stack over.
   */
  private static boolean linuxUnknown(Node node, Verdict verdict) {
    return verdict instanceof Verdict.Unknown && !node.facts().windows();
  }
}
