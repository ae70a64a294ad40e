package dev.catamaran.simulate;

import dev.catamaran.scheduling.Attribute;
import java.util.Comparator;
import java.util.List;

/**
 * Swarm's placement preferences: nodes form branches by the values of the attributes named, and a
 * task goes to the branch that has the fewest tasks of its service, at each level anew. Only labels
 * can be named; Swarm passes over everything else without a word.
 */
final class Spread {
  private final List<Attribute> attributes;
  private final List<SimNode> holders;

  private Spread(List<Attribute> attributes, List<SimNode> holders) {
    this.attributes = attributes;
    this.holders = holders;
  }

  /** The order in which a task's service prefers nodes, by branches alone. */
  static Comparator<SimNode> order(Draft draft, SimTask task) {
    var attributes =
        task.work().wish().placement().spreads().stream()
            .flatMap(s -> Attribute.label(s).stream())
            .toList();
    if (attributes.isEmpty()) {
      return (_, _) -> 0;
    }
    var holders =
        draft.tasksOf(task.serviceId()).stream()
            .filter(t -> t.wanted() && !t.state().ended())
            .flatMap(t -> draft.nodeOf(t).stream())
            .toList();
    return new Spread(attributes, holders)::compare;
  }

  /** Branches that hold as much are told apart by name: else a deeper level would mix them. */
  private int compare(SimNode one, SimNode other) {
    var ones = branch(one);
    var others = branch(other);
    for (int depth = 1; depth <= attributes.size(); depth++) {
      var here = ones.subList(0, depth);
      var there = others.subList(0, depth);
      if (!here.equals(there)) {
        int fewer = Long.compare(tasks(here), tasks(there));
        return fewer != 0 ? fewer : here.getLast().compareTo(there.getLast());
      }
    }
    return 0;
  }

  private long tasks(List<String> branch) {
    return holders.stream().filter(n -> branch(n).subList(0, branch.size()).equals(branch)).count();
  }

  private List<String> branch(SimNode node) {
    var seen = node.seen();
    return attributes.stream().map(a -> a.of(seen)).toList();
  }
}
