package dev.catamaran.plan.placement;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Counted;
import dev.catamaran.finding.Finding;
import dev.catamaran.scheduling.Filter;
import dev.catamaran.spec.Deployment.Mode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntToLongFunction;

/** Whether the nodes that may hold a service hold as many tasks as it wants. */
final class Crowding {
  private static final int SHOWN = 8;
  private static final String SOURCE = "swarmkit, manager/scheduler/filter.go";

  private final Poll poll;
  private final long wanted;
  private final OptionalLong mostPerNode;

  private Crowding(Poll poll, long wanted) {
    this.poll = poll;
    this.wanted = wanted;
    this.mostPerNode = poll.candidate().service().deploy().deployment().placement().mostPerNode();
  }

  /** Empty where all tasks find a place, and where none does: that is another finding. */
  static Optional<Finding> finding(Poll poll) {
    long wanted = wanted(poll.candidate());
    return wanted == 0 || poll.eligible().isEmpty()
        ? Optional.empty()
        : new Crowding(poll, wanted).finding();
  }

  /** How many tasks the service has at a time; 0 where the nodes decide that. */
  static long wanted(Candidate candidate) {
    return switch (candidate.service().deploy().deployment().mode()) {
      case Mode.Replicated(var replicas) -> replicas;
      case Mode.ReplicatedJob(var concurrent, var _) -> concurrent;
      case Mode.Global _, Mode.GlobalJob _ -> 0;
    };
  }

  /** How many tasks a node takes at most. */
  static long most(Poll poll, int node) {
    var perNode = poll.candidate().service().deploy().deployment().placement().mostPerNode();
    long fits = poll.gates().room().fits(node);
    return perNode.isPresent() && perNode.getAsLong() > 0
        ? Math.min(fits, perNode.getAsLong())
        : fits;
  }

  private Optional<Finding> finding() {
    long held = sum(node -> most(poll, node));
    if (held >= wanted) {
      return Optional.empty();
    }
    boolean crowded = sum(poll.gates().room()::fits) < wanted;
    return Optional.of(crowded ? resources(held) : limit(held));
  }

  /** No larger than what is wanted, so that nothing overflows and most sums end early. */
  private long sum(IntToLongFunction holds) {
    long sum = 0;
    var eligible = poll.eligible();
    for (int i = eligible.nextSetBit(0); i >= 0 && sum < wanted; i = eligible.nextSetBit(i + 1)) {
      sum += Math.min(wanted, holds.applyAsLong(i));
    }
    return Math.min(sum, wanted);
  }

  private Finding resources(long held) {
    var room = poll.gates().room();
    var reasons = new ArrayList<String>();
    reasons.add("a task reserves " + room.need().text());
    var eligible = poll.eligible();
    eligible.stream()
        .limit(SHOWN)
        .forEach(i ->
            reasons.add(
                poll.node(i).name()
                    + " has room for "
                    + room.fits(i)
                    + ": "
                    + poll.gates().free(i)));
    int more = eligible.cardinality() - SHOWN;
    if (more > 0) {
      reasons.add("and " + more + " more nodes");
    }
    reasons.add(swarm(Filter.RESOURCE));
    return about(Code.RESOURCES_SHORT, fits(held), "deploy.resources.reservations")
        .because(reasons)
        .tryThis(
            "deploy.replicas: " + held,
            "reserve less in deploy.resources.reservations, or add nodes");
  }

  private Finding limit(long held) {
    int nodes = poll.eligible().cardinality();
    long most = mostPerNode.orElseThrow();
    return about(
            Code.REPLICAS_LIMIT,
            fits(held)
                + ": max_replicas_per_node is "
                + most
                + ", and "
                + Counted.nodes(nodes)
                + " may hold the service",
            "deploy.placement.max_replicas_per_node")
        .because(swarm(Filter.MAX_REPLICAS))
        .tryThis(
            "deploy.replicas: " + held,
            "max_replicas_per_node: " + Math.ceilDiv(wanted, nodes),
            "let more nodes hold it");
  }

  private Finding about(Code code, String message, String path) {
    return Finding.warning(code, message)
        .at(poll.candidate().place(path))
        .of(poll.candidate().service().name())
        .says(SOURCE);
  }

  private String fits(long held) {
    return "the cluster holds "
        + held
        + " of "
        + wanted
        + " tasks of service "
        + poll.candidate().service().name()
        + "; "
        + (wanted - held)
        + " would stay pending";
  }

  /** What Swarm writes on the tasks that are left over: no node is left for them. */
  private String swarm(Filter atLast) {
    var counts = new EnumMap<Filter, Integer>(Filter.class);
    counts.put(atLast, poll.eligible().cardinality());
    for (var group : Group.of(poll)) {
      group
          .refusingWithOurs()
          .ifPresent(f -> counts.merge(f, group.nodes().cardinality(), Integer::sum));
    }
    return "Swarm would say of them: " + Filter.noSuitableNode(counts);
  }
}
