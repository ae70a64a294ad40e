package dev.catamaran.simulate;

import dev.catamaran.cluster.Task.State;
import dev.catamaran.spec.Deployment.Mode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** Keeps as many tasks as the service asks for: a number of them, or one on every node. */
final class Replicas {
  private Replicas() {}

  static void reconcile(Draft draft, SimService service) {
    switch (service.wish().mode()) {
      case Mode.Replicated(int replicas) -> count(draft, service, replicas);
      case Mode.Global _ -> everyNode(draft, service);
      // A wish for a job is refused where it is read.
      case Mode.ReplicatedJob _, Mode.GlobalJob _ -> {}
    }
  }

  private static void count(Draft draft, SimService service, int replicas) {
    var slots = new Slots(draft, service);
    var filled = slots.all().keySet().stream().filter(slots::filled).toList();
    int missing = replicas - filled.size();
    for (int slot = 1; missing > 0; slot++) {
      if (!filled.contains(Integer.toString(slot))) {
        Slots.task(draft, service, Slots.replica(slot), State.RUNNING);
        missing--;
      }
    }
    if (filled.size() > replicas) {
      var leaving = byLeaving(slots, filled).subList(replicas, filled.size());
      leaving.forEach(place -> remove(draft, slots.at(place)));
    }
    if (filled.size() >= replicas) {
      slots.all().keySet().stream()
          .filter(place -> !filled.contains(place))
          .forEach(place -> remove(draft, slots.at(place)));
    }
  }

  /** Stay first, leave last: an even spread is kept, and what does not run goes before. */
  private static List<String> byLeaving(Slots slots, List<String> filled) {
    var running = new ArrayList<>(filled);
    running.sort(
        Comparator.comparing((String place) -> slots.at(place).stream().noneMatch(SimTask::running))
            .thenComparingInt(Integer::parseInt));
    var nth = new HashMap<String, Integer>();
    var onNode = new HashMap<String, Integer>();
    for (var place : running) {
      var node =
          slots.at(place).stream().filter(SimTask::wanted).findFirst().flatMap(SimTask::nodeId);
      nth.put(place, node.map(n -> onNode.merge(n, 1, Integer::sum)).orElse(Integer.MAX_VALUE));
    }
    running.sort(Comparator.comparingInt(place -> nth.getOrDefault(place, 0)));
    return running;
  }

  private static void remove(Draft draft, List<SimTask> tasks) {
    for (var task : tasks) {
      if (task.desired() != State.REMOVE) {
        draft.put(task.wanting(State.REMOVE));
      }
    }
  }

  private static void everyNode(Draft draft, SimService service) {
    var slots = new Slots(draft, service);
    for (var node : List.copyOf(draft.nodes.values())) {
      boolean eligible = !node.evacuates() && service.wish().placement().admits(node);
      if (!eligible) {
        slots.at(node.id()).stream()
            .filter(SimTask::wanted)
            .forEach(t -> draft.put(t.wanting(State.SHUTDOWN)));
      } else if (node.takesTasks() && !slots.filled(node.id())) {
        Slots.task(draft, service, Slots.node(node.id()), State.RUNNING);
      }
    }
  }
}
