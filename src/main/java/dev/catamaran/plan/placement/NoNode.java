package dev.catamaran.plan.placement;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.plan.placement.Objection.Exclusion;
import dev.catamaran.scheduling.Filter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The refusal of a service that no node may hold: it names the cause that is nearest to a cure. */
final class NoNode {
  private NoNode() {}

  static Finding finding(Poll poll) {
    var candidate = poll.candidate();
    var groups = Group.of(poll);
    var nearest = nearest(groups);
    var cause = nearest.stream().flatMap(g -> g.against().stream()).toList();
    var codes = cause.stream().map(Objection::code).distinct().toList();
    var ways = new LinkedHashSet<String>();
    cause.forEach(o -> ways.addAll(o.ways()));
    var reasons = new ArrayList<String>();
    groups.forEach(g -> reasons.addAll(g.lines(poll)));
    swarm(groups).ifPresent(reasons::add);
    var finding =
        Finding.error(
                codes.size() == 1 ? codes.getFirst() : Code.PLACEMENT_NONE,
                "no node can run service "
                    + candidate.service().name()
                    + headline(candidate, cause))
            .at(cause.isEmpty() ? candidate.place("image") : cause.getFirst().where())
            .of(candidate.service().name())
            .because(reasons)
            .tryThis(List.copyOf(ways));
    var only = nearest.size() == 1 && nearest.getFirst().nodes().cardinality() == 1;
    var named = only ? finding.on(poll.node(nearest.getFirst().first()).name()) : finding;
    return cause.stream()
        .flatMap(o -> o.source().stream())
        .findFirst()
        .map(named::says)
        .orElse(named);
  }

  /**
   * The nodes with the fewest kinds of objection, those of the right operating system first: their
   * objections are what the user can do something about.
   */
  private static List<Group> nearest(List<Group> groups) {
    int least =
        groups.stream().mapToInt(g -> distance(g.against())).min().orElse(Integer.MAX_VALUE);
    return groups.stream().filter(g -> distance(g.against()) == least).toList();
  }

  private static int distance(List<Objection> against) {
    boolean wrongSystem =
        against.stream()
            .anyMatch(o -> o.exclusion() == Exclusion.BY_OS && o.code() == Code.PLATFORM_NONE);
    return (wrongSystem ? 1_000 : 0)
        + (int) against.stream().map(Objection::code).distinct().count();
  }

  private static String headline(Candidate candidate, List<Objection> cause) {
    if (cause.isEmpty()) {
      return ": the cluster has no node";
    }
    if (cause.stream().allMatch(o -> o.code() == Code.PLATFORM_NONE)) {
      return ": its image is made for "
          + candidate.offer().text()
          + ", and the cluster has no such node";
    }
    return ": " + cause.getFirst().reason();
  }

  /** What Swarm would write on the tasks; empty where it would find a node for them. */
  private static Optional<String> swarm(List<Group> groups) {
    var counts = new EnumMap<Filter, Integer>(Filter.class);
    for (var group : groups) {
      var first = group.refusing();
      if (first.isEmpty()) {
        return Optional.empty();
      }
      counts.merge(first.get(), group.nodes().cardinality(), Integer::sum);
    }
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of("Swarm would say: " + Filter.noSuitableNode(counts));
  }
}
