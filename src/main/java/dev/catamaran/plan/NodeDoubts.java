package dev.catamaran.plan;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Some;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.Os;
import dev.catamaran.model.Sourced;
import dev.catamaran.plan.network.PlannedNetwork;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.plan.ports.PortGrant.Reach;
import dev.catamaran.spec.Addressing.Pool;
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.Resolver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What nodes do not heed, or are known to misbehave in, of what services use: no reason to keep
 * tasks off them, and someone should know.
 */
final class NodeDoubts {
  private static final String MTU = "com.docker.network.driver.mtu";
  private static final int MOST_NAMED = 5;

  /** VXLAN takes 50 bytes of what a usual card carries. */
  private static final int USUAL_MTU = 1450;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

  /** The network of the engine's routing mesh. */
  private static final String INGRESS = "ingress";

  private static final List<OfNetwork> OF_NETWORKS =
      List.of(
          new OfNetwork(Feature.NET_OVERLAY, "", (n, _) -> overlay(n)),
          new OfNetwork(
              new Feature("net.mtu.overlay"),
              "driver_opts." + MTU,
              (n, _) -> n.spec().options().containsKey(MTU)),
          new OfNetwork(
              new Feature("net.option.ipRange"),
              "ipam.config[0].ip_range",
              (n, _) ->
                  n.declared().addressing().pools().stream()
                      .map(Pool::range)
                      .anyMatch(r -> r.isPresent())),
          new OfNetwork(
              new Feature("net.option.ipam"),
              "ipam.driver",
              (n, _) ->
                  n.declared()
                      .addressing()
                      .ipam()
                      .name()
                      .filter(d -> !d.equals("default"))
                      .isPresent()),
          new OfNetwork(
              new Feature("net.overlay.besideTransparent"),
              "",
              (n, s) -> overlay(n) && s.transparent()),
          new OfNetwork(
              new Feature("net.overlay.largePackets"),
              "driver_opts." + MTU,
              (n, s) -> large(n) && s.bothSystems()),
          new OfNetwork(
              new Feature("net.ingress.anyName"),
              "name",
              (n, s) -> overlay(n) && n.spec().name().compareTo(INGRESS) < 0 && s.meshed()));

  private static final List<OfService> OF_SERVICES =
      List.of(
          new OfService(
              new Feature("net.dns.servers"), "dns", s -> !resolver(s).servers().isEmpty()),
          new OfService(
              new Feature("net.dns.search"), "dns_search", s -> !resolver(s).search().isEmpty()),
          new OfService(
              new Feature("net.vip.load"), "deploy.endpoint_mode", NodeDoubts::wantsVirtualIp));

  private final Matrix matrix;
  private final Cluster cluster;
  private final Map<Feature, List<Doubt>> doubts = new HashMap<>();

  NodeDoubts(Matrix matrix, Cluster cluster) {
    this.matrix = matrix;
    this.cluster = cluster;
  }

  /** Something that a network may use. */
  private record OfNetwork(
      Feature feature, String path, BiPredicate<PlannedNetwork, Setting> used) {}

  /** What is around a network. */
  private record Setting(Cluster cluster, List<ServicePlan> tenants) {
    boolean transparent() {
      return cluster.networks().stream()
          .anyMatch(n -> !n.swarmScope() && n.spec().driver().equals("transparent"));
    }

    boolean bothSystems() {
      return tenants.stream()
          .flatMap(t -> t.placement().systems().stream())
          .collect(Collectors.toSet())
          .containsAll(Set.of(Os.LINUX, Os.WINDOWS));
    }

    boolean meshed() {
      return tenants.stream()
          .flatMap(t -> t.ports().stream())
          .anyMatch(g -> g.reach() == Reach.ENGINE_MESH);
    }
  }

  /** Something that a service may use. */
  private record OfService(Feature feature, String path, Predicate<ServicePlan> used) {}

  /** A node that does not plainly have a feature. */
  private record Doubt(Node node, Verdict verdict) {}

  private static boolean overlay(PlannedNetwork network) {
    return network.spec().driver().equals("overlay");
  }

  /** Whether the file asks for packets that are larger than those of any overlay network. */
  private static boolean large(PlannedNetwork network) {
    var written = network.spec().options().getOrDefault(MTU, "");
    return overlay(network)
        && NUMBER.matcher(written).matches()
        && Integer.parseInt(written) > USUAL_MTU;
  }

  private static Resolver resolver(ServicePlan plan) {
    return plan.service().container().execution().resolver();
  }

  /** Where the plan chose it, nothing was asked for. */
  private static boolean wantsVirtualIp(ServicePlan plan) {
    return plan.service().deploy().endpointMode()
            instanceof Sourced.Written<EndpointMode>(var mode, var _)
        && mode == EndpointMode.VIP;
  }

  List<Finding> of(Collection<PlannedNetwork> networks, List<ServicePlan> services) {
    var findings = new ArrayList<Finding>();
    var byNetwork = new HashMap<String, List<ServicePlan>>();
    for (var plan : services) {
      plan.service().networks().stream()
          .map(Attachment::network)
          .distinct()
          .forEach(n -> byNetwork.computeIfAbsent(n, _ -> new ArrayList<>()).add(plan));
    }
    for (var network : networks) {
      var tenants = byNetwork.getOrDefault(network.declared().key(), List.of());
      OF_NETWORKS.stream()
          .filter(u -> u.used().test(network, new Setting(cluster, tenants)))
          .flatMap(u ->
              findings(u.feature(), tenants).stream()
                  .map(f -> f.at(network.declared().places().of(u.path()))))
          .forEach(findings::add);
    }
    for (var plan : services) {
      var service = plan.service();
      OF_SERVICES.stream()
          .filter(u -> u.used().test(plan))
          .flatMap(u ->
              findings(u.feature(), List.of(plan)).stream()
                  .map(f -> f.at(service.places().of(u.path())).of(service.name())))
          .forEach(findings::add);
    }
    return findings;
  }

  /** One finding for each cause, with the nodes that may hold one of these services. */
  private List<Finding> findings(Feature feature, List<ServicePlan> services) {
    var causes = new LinkedHashMap<String, List<Doubt>>();
    doubts.computeIfAbsent(feature, this::doubted).stream()
        .filter(d -> services.stream().map(ServicePlan::placement).anyMatch(p -> holds(p, d)))
        .forEach(d -> causes.computeIfAbsent(d.verdict().reason(), _ -> new ArrayList<>()).add(d));
    return causes.values().stream().map(NodeDoubts::finding).toList();
  }

  private static boolean holds(Placement placement, Doubt doubt) {
    return placement.admits(doubt.node().name());
  }

  private List<Doubt> doubted(Feature feature) {
    return cluster.nodes().stream()
        .map(n -> new Doubt(n, matrix.judge(feature, n.facts())))
        .filter(d -> d.node().facts().windows() && !(d.verdict() instanceof Verdict.Yes))
        .toList();
  }

  private static Finding finding(List<Doubt> doubts) {
    var names = doubts.stream().map(d -> d.node().name()).toList();
    var where = "tasks may run on " + Some.of(names, MOST_NAMED);
    var verdict = doubts.getFirst().verdict();
    var finding =
        switch (verdict) {
          case Verdict.Yes _, Verdict.With _ -> Finding.warning(Code.NODE_QUIRK, verdict.reason());
          case Verdict.No(var reason, var wayOut, var _) ->
              Finding.warning(Code.NODE_QUIRK, reason).tryThis(wayOut);
          case Verdict.Unknown(var _, var howToLearn, var _) ->
              Finding.warning(Code.FACT_UNKNOWN, verdict.reason()).tryThis(howToLearn);
        };
    var placed = doubts.size() == 1 ? finding.on(doubts.getFirst().node().name()) : finding;
    return placed.because(where).says(verdict.source());
  }
}
