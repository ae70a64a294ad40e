package dev.catamaran.plan.placement;

import dev.catamaran.capability.Feature;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Verdict;
import dev.catamaran.plan.network.NetworkNumbers;
import dev.catamaran.plan.network.PlannedNetwork;
import dev.catamaran.plan.placement.Objection.Exclusion;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether a node can carry the networks of a service, as they are. */
final class NetworkRules {
  private static final List<Use> USES =
      List.of(
          new Use(
              new Feature("svc.networkMode.host"),
              Code.NETWORK_SCOPE,
              n -> n.spec().driver().equals("host"),
              ""),
          new Use(
              new Feature("svc.networkMode.bridge"),
              Code.NETWORK_SCOPE,
              n -> n.spec().driver().equals("bridge"),
              ""),
          new Use(
              Feature.NET_OVERLAY_ENCRYPTED,
              Code.OVERLAY_ENCRYPTED,
              n -> n.spec().encrypted(),
              "driver_opts.encrypted"),
          new Use(
              new Feature("net.ipv6"),
              Code.NETWORK_OPTION,
              n -> n.spec().addressing().ipv6(),
              "enable_ipv6"),
          new Use(
              new Feature("net.option.internal"),
              Code.NETWORK_OPTION,
              n -> n.spec().internal(),
              "internal"),
          new Use(
              new Feature("net.overlay.vni.low"),
              Code.NETWORK_OPTION,
              n ->
                  NetworkNumbers.of(n.spec()).stream()
                      .anyMatch(v -> v < NetworkNumbers.FIRST_OF_WINDOWS),
              "driver_opts." + NetworkNumbers.OPTION));

  private final Verdicts verdicts;

  NetworkRules(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  /** Something a network may want of every node that carries it, and where the file says so. */
  private record Use(Feature feature, Code code, Predicate<PlannedNetwork> asked, String path) {}

  List<Objection> overlay(NodeKind kind, Candidate candidate) {
    if (candidate.networks().stream().noneMatch(n -> n.spec().driver().equals("overlay"))) {
      return List.of();
    }
    var verdict = verdicts.of(Feature.NET_OVERLAY, kind);
    return verdict.works()
        ? List.of()
        : List.of(
            Objection.from(
                verdict, Code.OVERLAY_MISSING, Exclusion.BY_NODE, candidate.place("networks")));
  }

  /** Objects only where a no is sure: between Linux nodes all of these are fine. */
  List<Objection> options(NodeKind kind, Candidate candidate) {
    return candidate.networks().stream()
        .flatMap(
            n -> USES.stream().filter(u -> u.asked().test(n)).flatMap(u -> refused(kind, n, u)))
        .toList();
  }

  private Stream<Objection> refused(NodeKind kind, PlannedNetwork network, Use use) {
    var verdict = verdicts.of(use.feature(), kind);
    return verdict instanceof Verdict.No
        ? Stream.of(
            Objection.from(
                verdict, use.code(), Exclusion.BY_OS, network.declared().places().of(use.path())))
        : Stream.empty();
  }
}
