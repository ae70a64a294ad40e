package dev.catamaran.simulate;

import dev.catamaran.cluster.Task.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Replaces tasks that ended, by the service's restart policy, and those of a node that left. */
final class Restarts {
  private final Pace pace;

  Restarts(Pace pace) {
    this.pace = pace;
  }

  static boolean wants(SimService service, SimTask task) {
    var policy = service.wish().policies().restart();
    var condition = policy.flatMap(p -> p.condition()).orElse("any");
    boolean asked =
        switch (condition) {
          case "none" -> false;
          case "on-failure" -> task.state() != State.COMPLETE;
          default -> true;
        };
    var most = policy.map(p -> p.maxAttempts()).orElse(OptionalLong.empty());
    return asked && (most.isEmpty() || task.work().attempt() < most.getAsLong());
  }

  /**
   * One round. A task that failed while its own delay still ran, as one whose image is missing
   * does, is replaced when that delay is over: else such tasks would follow each other without a
   * pause.
   */
  void replace(Draft draft, SimService service) {
    for (var task : draft.tasksOf(service.id())) {
      if (!task.wanted()) {
        continue;
      }
      var node = draft.nodeOf(task);
      if (task.state().ended()) {
        if (task.work().notBefore().filter(draft.now()::isBefore).isPresent()) {
          continue;
        }
        draft.put(task.wanting(State.SHUTDOWN));
        remember(draft, task);
        boolean elsewhere = node.map(SimNode::evacuates).orElse(false);
        if (wants(service, task) && (task.seat().slot().isPresent() || !elsewhere)) {
          again(draft, service, task, Optional.of(draft.now().plus(delay(service))));
        }
      } else if (task.seat().slot().isPresent() && node.map(SimNode::evacuates).orElse(false)) {
        draft.put(task.wanting(State.SHUTDOWN));
        again(draft, service, task, Optional.of(draft.now()));
      }
    }
  }

  private static void remember(Draft draft, SimTask task) {
    var service = draft.services.get(task.serviceId());
    boolean failed = task.state() == State.FAILED || task.state() == State.REJECTED;
    if (service != null && failed && task.work().specVersion() == service.specVersion()) {
      task.nodeId().ifPresent(node -> draft.remember(service.failedOn(node, draft.now())));
    }
  }

  private Duration delay(SimService service) {
    return service.wish().policies().restart().flatMap(p -> p.delay()).orElse(pace.restartDelay());
  }

  private static void again(
      Draft draft, SimService service, SimTask ended, Optional<Instant> notBefore) {
    boolean same = ended.work().specVersion() == service.specVersion();
    int attempt = same ? ended.work().attempt() + 1 : 0;
    var work = new SimTask.Work(service.wish(), service.specVersion(), attempt, notBefore);
    Slots.task(draft, service, Slots.again(ended), State.READY, work);
  }
}
