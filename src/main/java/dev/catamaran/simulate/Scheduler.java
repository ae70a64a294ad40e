package dev.catamaran.simulate;

import dev.catamaran.capability.Feature;
import dev.catamaran.cluster.Task.State;
import dev.catamaran.scheduling.Filter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/**
 * Gives pending tasks a node as swarmkit does: filters in its order, the first that fails counts;
 * then the branch that the service prefers, then a node where it did not fail lately, then the one
 * with the fewest tasks of the service, then with the fewest tasks at all, then the one named
 * first.
 */
final class Scheduler {
  private final NodeLimits limits;

  Scheduler(NodeLimits limits) {
    this.limits = limits;
  }

  void schedule(Draft draft) {
    boolean pending = draft.tasks.values().stream().anyMatch(Scheduler::waits);
    if (!pending) {
      return;
    }
    var filters = filters(draft.manager());
    for (var id : List.copyOf(draft.tasks.keySet())) {
      var task = draft.tasks.get(id);
      if (task != null && waits(task)) {
        if (task.nodeId().isPresent()) {
          confirm(draft, filters, task, task.nodeId().get());
        } else {
          choose(draft, filters, task);
        }
      }
    }
  }

  /** A task of a global service has its node from the start. */
  private static void confirm(Draft draft, List<Filter> filters, SimTask task, String nodeId) {
    var node = draft.nodes.get(nodeId);
    if (node == null) {
      return;
    }
    var refusal = refusal(draft, filters, task, node);
    if (refusal.isPresent()) {
      stay(draft, task, refusal.get().explain(1));
    } else {
      draft.set(task, State.ASSIGNED, "scheduler confirmed task can run on preassigned node");
    }
  }

  private static void choose(Draft draft, List<Filter> filters, SimTask task) {
    var refused = new EnumMap<Filter, Integer>(Filter.class);
    var best =
        draft.nodes.values().stream()
            .filter(node -> {
              var refusal = refusal(draft, filters, task, node);
              refusal.ifPresent(filter -> refused.merge(filter, 1, Integer::sum));
              return refusal.isEmpty();
            })
            .min(
                Spread.order(draft, task)
                    .thenComparingInt(n -> troubles(draft, task, n))
                    .thenComparingLong(n -> load(draft, n, Optional.of(task)))
                    .thenComparingLong(n -> load(draft, n, Optional.empty())));
    if (best.isPresent()) {
      draft.set(task.on(best.get().id()), State.ASSIGNED, "scheduler assigned task to node");
      return;
    }
    stay(draft, task, Filter.noSuitableNode(refused));
  }

  private static void stay(Draft draft, SimTask task, String error) {
    if (!task.status().error().equals(error)) {
      draft.put(task.now(State.PENDING, "pending task scheduling", error, draft.now()));
    }
  }

  private static int troubles(Draft draft, SimTask task, SimNode node) {
    var service = draft.services.get(task.serviceId());
    return service == null ? 0 : service.troubles(node, draft.now());
  }

  private static long load(Draft draft, SimNode node, Optional<SimTask> sibling) {
    return draft.tasks.values().stream()
        .filter(t -> t.holds(node) && t.wanted())
        .filter(t -> sibling.isEmpty() || t.serviceId().equals(sibling.get().serviceId()))
        .count();
  }

  private static boolean waits(SimTask task) {
    return task.state() == State.PENDING && task.wanted();
  }

  /** The filters that the manager's engine has. */
  private List<Filter> filters(SimNode manager) {
    return Arrays.stream(Filter.values())
        .filter(filter ->
            switch (filter) {
              case PLATFORM -> limits.can(manager, Feature.SCHED_PLATFORM_FILTER);
              case HOST_PORT -> limits.can(manager, Feature.SCHED_HOST_PORT_FILTER);
              case READY, RESOURCE, PLUGIN, CONSTRAINT, MAX_REPLICAS -> true;
            })
        .toList();
  }

  /** The first filter that the node does not pass. */
  private static Optional<Filter> refusal(
      Draft draft, List<Filter> filters, SimTask task, SimNode node) {
    return filters.stream().filter(f -> !Filters.passes(f, draft, task, node)).findFirst();
  }
}
