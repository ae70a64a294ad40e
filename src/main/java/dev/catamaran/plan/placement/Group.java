package dev.catamaran.plan.placement;

import dev.catamaran.scheduling.Filter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nodes against which the same stands.
 *
 * @param nodes at least one
 * @param against what stands against the first of them
 */
record Group(BitSet nodes, List<Objection> against) {
  private static final int SHOWN = 8;

  /** All nodes of a poll, in groups; the group with the first node comes first. */
  static List<Group> of(Poll poll) {
    var parts = new ArrayList<BitSet>();
    poll.roster().kinds().forEach(k -> parts.add(poll.roster().members(k)));
    List<BitSet> refined = parts;
    for (var divider : poll.gates().dividers()) {
      refined = divided(refined, divider);
    }
    return refined.stream()
        .sorted(Comparator.comparingInt(nodes -> nodes.nextSetBit(0)))
        .map(nodes -> new Group(nodes, poll.against(nodes.nextSetBit(0))))
        .toList();
  }

  private static List<BitSet> divided(List<BitSet> parts, BitSet divider) {
    var finer = new ArrayList<BitSet>();
    for (var part : parts) {
      var inside = (BitSet) part.clone();
      inside.and(divider);
      var outside = (BitSet) part.clone();
      outside.andNot(divider);
      if (!inside.isEmpty()) {
        finer.add(inside);
      }
      if (!outside.isEmpty()) {
        finer.add(outside);
      }
    }
    return finer;
  }

  int first() {
    return nodes.nextSetBit(0);
  }

  /** The filter of Swarm's that refuses them; the first one counts. */
  Optional<Filter> refusing() {
    return against.stream().flatMap(o -> o.filter().stream()).min(Comparator.naturalOrder());
  }

  /** The same once Swarm has the constraints that the plan writes. */
  Optional<Filter> refusingWithOurs() {
    var ours =
        against.stream().filter(Objection::needsConstraint).map(_ -> Filter.CONSTRAINT).findFirst();
    return Stream.concat(refusing().stream(), ours.stream()).min(Comparator.naturalOrder());
  }

  /** One line for all of them; one for each where the reasons name what the node has. */
  List<String> lines(Poll poll) {
    var facts = " (" + poll.node(first()).facts() + ")";
    boolean own =
        against.stream()
            .flatMap(o -> o.filter().stream())
            .anyMatch(f -> f == Filter.CONSTRAINT || f == Filter.RESOURCE);
    if (!own) {
      return List.of(Names.of(poll.roster(), nodes) + facts + ": " + reasons(against));
    }
    var lines = new ArrayList<String>();
    nodes.stream()
        .limit(SHOWN)
        .forEach(i -> lines.add(poll.node(i).name() + facts + ": " + reasons(poll.against(i))));
    int more = nodes.cardinality() - SHOWN;
    if (more > 0) {
      lines.add("and " + more + " more" + facts + ", for such reasons");
    }
    return lines;
  }

  private static String reasons(List<Objection> against) {
    return against.stream().map(Objection::reason).distinct().collect(Collectors.joining("; "));
  }
}
