package dev.catamaran.plan.placement;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.plan.placement.Placement.Share;
import dev.catamaran.scheduling.Attribute;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Foretells how Swarm spreads tasks over the values of the labels that a service prefers: evenly
 * over the branches of the first label, then within each over those of the next; a full branch
 * leaves its share to the others (swarmkit, manager/scheduler/scheduler.go).
 */
final class Spreading {
  private final Poll poll;
  private final BitSet eligible;
  private final long wanted;
  private final List<Attribute> attributes = new ArrayList<>();

  private Spreading(Poll poll) {
    this.poll = poll;
    this.eligible = poll.eligible();
    this.wanted = Crowding.wanted(poll.candidate());
  }

  /** Findings on preferences without effect go to the list given. */
  static List<Share> foretell(Poll poll, List<Finding> findings) {
    var spreads = poll.candidate().service().deploy().deployment().placement().spreads();
    if (spreads.isEmpty() || poll.eligible().isEmpty()) {
      return List.of();
    }
    var spreading = new Spreading(poll);
    for (int i = 0; i < spreads.size(); i++) {
      spreading.read(spreads.get(i), i, findings);
    }
    return spreading.attributes.isEmpty() || spreading.wanted == 0
        ? List.of()
        : spreading.divide(List.of(), spreading.eligible, new Range(spreading.wanted));
  }

  /** How many tasks; Swarm leaves open who gets what is over. */
  private record Range(long least, long most) {
    Range(long exactly) {
      this(exactly, exactly);
    }
  }

  private record Branch(String value, BitSet nodes, long room) {}

  private void read(String spread, int index, List<Finding> findings) {
    var attribute = Attribute.label(spread);
    if (attribute.isEmpty()) {
      findings.add(
          without(
              index,
              "Swarm passes over the preference " + spread + ": it spreads over labels only",
              "spread: node.labels.NAME"));
      return;
    }
    attributes.add(attribute.get());
    var absent = poll.roster().branches(attribute.get()).get("");
    if (absent != null && includes(absent, eligible)) {
      findings.add(
          without(
              index,
              "no node that may hold service "
                  + poll.candidate().service().name()
                  + " has the label "
                  + spread
                  + ", so the preference has no effect",
              attribute.get() instanceof Attribute.NodeLabel(var name)
                  ? "docker node update --label-add " + name + "=VALUE NODE"
                  : "set the label in the daemon.json of the nodes"));
    }
  }

  private Finding without(int index, String message, String way) {
    return Finding.warning(Code.SPREAD_IDLE, message)
        .at(poll.candidate().place("deploy.placement.preferences[" + index + "].spread"))
        .of(poll.candidate().service().name())
        .tryThis(way)
        .says("swarmkit, manager/scheduler/nodeset.go");
  }

  private static boolean includes(BitSet all, BitSet some) {
    var rest = (BitSet) some.clone();
    rest.andNot(all);
    return rest.isEmpty();
  }

  private List<Share> divide(List<String> values, BitSet nodes, Range tasks) {
    if (values.size() == attributes.size()) {
      return List.of(new Share(values, nodes.cardinality(), tasks.least(), tasks.most()));
    }
    var branches = branches(attributes.get(values.size()), nodes);
    var least = fill(branches, tasks.least());
    var most = fill(branches, tasks.most());
    var shares = new ArrayList<Share>();
    for (int i = 0; i < branches.size(); i++) {
      var branch = branches.get(i);
      var named = Stream.concat(values.stream(), Stream.of(branch.value())).toList();
      var range = new Range(least.get(i).least(), most.get(i).most());
      shares.addAll(divide(named, branch.nodes(), range));
    }
    return shares;
  }

  private List<Branch> branches(Attribute attribute, BitSet nodes) {
    var branches = new ArrayList<Branch>();
    poll.roster()
        .branches(attribute)
        .forEach((value, all) -> {
          if (all.intersects(nodes)) {
            var some = (BitSet) all.clone();
            some.and(nodes);
            branches.add(new Branch(value, some, room(some)));
          }
        });
    return branches;
  }

  private long room(BitSet nodes) {
    return nodes.stream().mapToLong(i -> Math.min(wanted, Crowding.most(poll, i))).sum();
  }

  /** Evenly, but into no branch more than it has room for. */
  private static List<Range> fill(List<Branch> branches, long tasks) {
    long left = tasks;
    int open = branches.size();
    boolean settled = false;
    var full = new boolean[branches.size()];
    while (open > 0 && !settled) {
      settled = true;
      long even = left / open;
      for (int i = 0; i < full.length; i++) {
        if (!full[i] && branches.get(i).room() <= even) {
          full[i] = true;
          left -= branches.get(i).room();
          open--;
          settled = false;
        }
      }
    }
    var ranges = new ArrayList<Range>();
    for (int i = 0; i < full.length; i++) {
      ranges.add(
          full[i]
              ? new Range(branches.get(i).room())
              : new Range(left / open, Math.ceilDiv(left, open)));
    }
    return ranges;
  }
}
