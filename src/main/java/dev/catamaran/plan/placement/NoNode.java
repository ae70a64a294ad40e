package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.plan.placement.Objection.Exclusion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The refusal of a service that no node may hold: it names the cause that is nearest to a cure. */
final class NoNode {
  private NoNode() {}

  static List<Finding> findings(Candidate candidate, Map<Node, List<Objection>> objections) {
    var service = candidate.service();
    var nearest = nearest(objections);
    var cause = nearest.values().stream().flatMap(List::stream).toList();
    var code = cause.stream().map(Objection::code).distinct().toList();
    var reasons = new ArrayList<String>();
    objections.forEach((node, against) ->
        reasons.add(
            node.name()
                + " ("
                + node.facts()
                + "): "
                + String.join("; ", against.stream().map(Objection::reason).distinct().toList())));
    var ways = new LinkedHashSet<String>();
    cause.forEach(o -> ways.addAll(o.ways()));
    var where = cause.isEmpty() ? candidate.place("image") : cause.getFirst().where();
    var finding =
        Finding.error(
                code.size() == 1 ? code.getFirst() : Code.PLACEMENT_NONE,
                "no node can run service " + service.name() + headline(candidate, cause))
            .at(where)
            .of(service.name())
            .because(reasons)
            .tryThis(List.copyOf(ways));
    var named = nearest.size() == 1 ? finding.on(nearest.firstEntry().getKey().name()) : finding;
    return List.of(
        cause.stream()
            .flatMap(o -> o.source().stream())
            .findFirst()
            .map(named::says)
            .orElse(named));
  }

  /**
   * The nodes with the fewest kinds of objection, those of the right operating system first: their
   * objections are what the user can do something about.
   */
  private static SequencedMap<Node, List<Objection>> nearest(
      Map<Node, List<Objection>> objections) {
    int least =
        objections.values().stream().mapToInt(NoNode::distance).min().orElse(Integer.MAX_VALUE);
    var nearest = new LinkedHashMap<Node, List<Objection>>();
    objections.forEach((node, against) -> {
      if (distance(against) == least) {
        nearest.put(node, against);
      }
    });
    return nearest;
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
}
