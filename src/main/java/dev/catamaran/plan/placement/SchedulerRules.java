package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Code;
import java.util.List;
import java.util.stream.IntStream;

/** What Swarm's scheduler decides by itself: node state and the user's constraints. */
final class SchedulerRules {
  private SchedulerRules() {}

  static List<Objection> state(Node node, Candidate candidate) {
    if (node.takesTasks()) {
      return List.of();
    }
    var why =
        node.state() == Node.State.READY
            ? "takes no new tasks: its availability is " + node.availability().word()
            : "is " + node.state().word();
    return List.of(Objection.byState(why, candidate.place("deploy")));
  }

  static List<Objection> constraints(Node node, Candidate candidate) {
    return IntStream.range(0, candidate.constraints().size())
        .filter(i -> !candidate.constraints().get(i).admits(node))
        .mapToObj(i -> refusal(node, candidate, i))
        .toList();
  }

  private static Objection refusal(Node node, Candidate candidate, int index) {
    var constraint = candidate.constraints().get(index);
    var why =
        constraint
            .actual(node)
            .map(actual -> constraint.key() + " is " + (actual.isEmpty() ? "not set" : actual))
            .orElse("Swarm knows no key \"" + constraint.key() + "\", and so refuses every node");
    return Objection.byEngine(
        Code.PLACEMENT_NONE,
        "does not meet the constraint " + constraint.text().strip() + ": " + why,
        candidate.place("deploy.placement.constraints[" + index + "]"));
  }
}
