package dev.catamaran.simulate;

import dev.catamaran.cluster.Task.State;
import java.util.HashMap;
import java.util.List;

/** Forgets ended tasks: those that were to be removed, and all but the last few of each place. */
final class Reaper {
  /** Swarm's default, the present task of a place included. */
  private static final int HISTORY = 5;

  private Reaper() {}

  static void reap(Draft draft) {
    var kept = new HashMap<String, Integer>();
    for (var task : List.copyOf(draft.tasks.values()).reversed()) {
      boolean ended = task.state().ended();
      var place = task.serviceId() + "." + task.place();
      if (task.desired() == State.REMOVE) {
        if (ended) {
          draft.removeTask(task);
        }
      } else if (kept.merge(place, 1, Integer::sum) > HISTORY && ended && !task.wanted()) {
        draft.removeTask(task);
      }
    }
  }
}
