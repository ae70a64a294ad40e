package dev.catamaran.simulate;

import dev.catamaran.cluster.Task.State;
import dev.catamaran.cluster.Task.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The places of one service, each with its tasks from the oldest to the newest. */
final class Slots {
  private final SimService service;
  private final Map<String, List<SimTask>> tasks = new LinkedHashMap<>();

  Slots(Draft draft, SimService service) {
    this.service = service;
    for (var task : draft.tasksOf(service.id())) {
      tasks.computeIfAbsent(task.place(), _ -> new ArrayList<>()).add(task);
    }
  }

  Map<String, List<SimTask>> all() {
    return tasks;
  }

  List<SimTask> at(String place) {
    return tasks.getOrDefault(place, List.of());
  }

  /** The orchestrator has nothing to add: a task is wanted there, or it ended for good. */
  boolean filled(String place) {
    var here = at(place);
    return here.stream().anyMatch(SimTask::wanted)
        || (!here.isEmpty() && endedForGood(here.getLast()));
  }

  private boolean endedForGood(SimTask task) {
    return task.state().endedByItself()
        && task.desired() == State.SHUTDOWN
        && !Restarts.wants(service, task);
  }

  /** A new task for a place of the service, made from its present spec. */
  static SimTask task(Draft draft, SimService service, SimTask.Seat seat, State desired) {
    return task(
        draft,
        service,
        seat,
        desired,
        new SimTask.Work(service.wish(), service.specVersion(), 0, Optional.empty()));
  }

  static SimTask task(
      Draft draft, SimService service, SimTask.Seat seat, State desired, SimTask.Work work) {
    var networks = new ArrayList<>(service.wish().networks());
    if (Services.usesIngress(service.wish())) {
      networks.add(Networks.ingress(draft).id());
    }
    var made =
        new SimTask(
            draft.mint(),
            service.id(),
            seat,
            desired,
            new Status(State.NEW, "created", "", draft.now()),
            work,
            List.of(),
            Networks.allot(draft, networks));
    draft.put(made);
    return made;
  }

  static SimTask.Seat replica(int slot) {
    return new SimTask.Seat(OptionalInt.of(slot), Optional.empty());
  }

  static SimTask.Seat node(String id) {
    return new SimTask.Seat(OptionalInt.empty(), Optional.of(id));
  }

  /** The place of a task again, without the node where the scheduler chooses one anew. */
  static SimTask.Seat again(SimTask task) {
    var seat = task.seat();
    return seat.slot().isPresent() ? replica(seat.slot().getAsInt()) : seat;
  }
}
