package dev.catamaran.simulate;

import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.Task.OpenPort;
import dev.catamaran.cluster.Task.State;
import dev.catamaran.model.Port;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A task's life on its node, one state at a time, and what the node's limits make of it. */
final class Lifecycle {
  private final NodeLimits limits;
  private final Pace pace;

  Lifecycle(NodeLimits limits, Pace pace) {
    this.limits = limits;
    this.pace = pace;
  }

  /** When the task takes its next step; empty while it waits for someone else, or ended. */
  Optional<Instant> due(Draft draft, SimTask task) {
    boolean unseen = draft.nodeOf(task).map(n -> n.state() == Node.State.DOWN).orElse(false);
    if (task.state().ended()) {
      return task.wanted() ? task.work().notBefore() : Optional.empty();
    }
    if (unseen) {
      return Optional.empty();
    }
    var next = task.meta().updated().plus(pace.step());
    if (!task.wanted()) {
      return Optional.of(next);
    }
    return switch (task.state()) {
      case NEW, ASSIGNED, ACCEPTED, PREPARING, STARTING -> Optional.of(next);
      case READY -> task.desired() == State.RUNNING ? Optional.of(next) : task.work().notBefore();
      case PENDING, RUNNING, COMPLETE, SHUTDOWN, FAILED, REJECTED, REMOVE, ORPHANED ->
          Optional.empty();
    };
  }

  void step(Draft draft, SimTask task) {
    if (!task.wanted()) {
      draft.set(task.opening(List.of()), State.SHUTDOWN, "shutdown");
      return;
    }
    switch (task.state()) {
      case NEW -> draft.set(task, State.PENDING, "pending task scheduling");
      case ASSIGNED -> draft.set(task, State.ACCEPTED, "accepted");
      case ACCEPTED -> draft.set(task, State.PREPARING, "preparing");
      case PREPARING -> prepare(draft, task);
      case READY -> {
        if (task.desired() == State.RUNNING) {
          draft.set(task, State.STARTING, "starting");
        } else {
          draft.put(task.wanting(State.RUNNING));
        }
      }
      case STARTING -> start(draft, task);
      case PENDING, RUNNING, COMPLETE, SHUTDOWN, FAILED, REJECTED, REMOVE, ORPHANED -> {}
    }
  }

  private void prepare(Draft draft, SimTask task) {
    var refusal = limits.refusesToPrepare(draft.nodeOf(task).orElseThrow(), task, draft.networks);
    if (refusal.isPresent()) {
      draft.put(task.now(State.REJECTED, "preparing", refusal.get(), draft.now()));
    } else {
      draft.set(task, State.READY, "prepared");
    }
  }

  private void start(Draft draft, SimTask task) {
    var node = draft.nodeOf(task).orElseThrow();
    var clash = clash(draft, node, task);
    var refusal = clash.or(() -> limits.refusesToStart(node, task));
    if (refusal.isPresent()) {
      draft.put(task.now(State.FAILED, "starting", refusal.get(), draft.now()));
    } else {
      draft.set(task.opening(ports(draft, node, task)), State.RUNNING, "started");
    }
  }

  /** Only met where the scheduler does not look at host ports: engines before 17.06. */
  private static Optional<String> clash(Draft draft, SimNode node, SimTask task) {
    var open =
        draft.tasks.values().stream()
            .filter(t -> t.holds(node) && !t.id().equals(task.id()))
            .flatMap(t -> t.ports().stream())
            .map(p -> p.published() + "/" + p.protocol())
            .toList();
    return task.work().wish().endpoint().ports().stream()
        .filter(p -> p.mode() == PublishMode.HOST)
        .flatMap(p -> p.published().stream().filter(n -> open.contains(n + "/" + p.protocol())))
        .findFirst()
        .map(NodeLimits::portTaken);
  }

  private static List<OpenPort> ports(Draft draft, SimNode node, SimTask task) {
    var open = new ArrayList<OpenPort>();
    var mine = new HashSet<Port>();
    for (var port : task.work().wish().endpoint().ports()) {
      if (port.mode() == PublishMode.HOST) {
        var number =
            port.published().orElseGet(() -> PortTable.freeOn(draft, node, port.protocol(), mine));
        mine.add(number);
        open.add(new OpenPort(number, port.target(), port.protocol()));
      }
    }
    return open;
  }
}
