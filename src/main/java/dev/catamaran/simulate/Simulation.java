package dev.catamaran.simulate;

import dev.catamaran.cluster.Task.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The laws of the simulated cluster: pure functions from world to world. */
public final class Simulation {
  private final Lifecycle lifecycle;
  private final Scheduler scheduler;
  private final Restarts restarts;
  private final Rollouts rollouts;

  public Simulation(NodeLimits limits, Pace pace) {
    lifecycle = new Lifecycle(limits, pace);
    scheduler = new Scheduler(limits);
    restarts = new Restarts(pace);
    rollouts = new Rollouts(pace);
  }

  /**
   * A world after an event.
   *
   * @param id of what the event created or touched
   */
  public record Applied(World world, String id) {}

  /**
   * What an event makes of a world, at once.
   *
   * @throws Refusal in the words of a real engine; the world is then as it was
   */
  public Applied apply(World world, Event event) {
    var draft = new Draft(world);
    var id = apply(draft, event);
    settle(draft);
    return new Applied(draft.done(), id);
  }

  private static String apply(Draft draft, Event event) {
    return switch (event) {
      case Event.CreateService(var spec) -> Services.create(draft, spec);
      case Event.UpdateService update -> {
        Services.update(draft, update);
        yield update.id();
      }
      case Event.RemoveService(var id) -> {
        Services.remove(draft, id);
        yield id;
      }
      case Event.CreateNetwork(var body) -> Networks.create(draft, body);
      case Event.RemoveNetwork(var id) -> {
        Networks.remove(draft, id);
        yield id;
      }
      case Event.CreateFile create -> Files.create(draft, create);
      case Event.UpdateFile update -> {
        Files.update(draft, update);
        yield update.id();
      }
      case Event.RemoveFile(var kind, var id) -> {
        Files.remove(draft, kind, id);
        yield id;
      }
      case Event.UpdateNode update -> {
        Nodes.update(draft, update);
        yield update.id();
      }
      case Event.NodeSeen seen -> {
        Nodes.seen(draft, seen);
        yield seen.id();
      }
      case Event.TaskEnded ended -> {
        lifecycleEnd(draft, ended);
        yield ended.id();
      }
    };
  }

  private static void lifecycleEnd(Draft draft, Event.TaskEnded event) {
    var task = draft.tasks.get(event.id());
    if (task == null || task.state().ended()) {
      return;
    }
    var state = event.error().isEmpty() ? State.COMPLETE : State.FAILED;
    var message = event.error().isEmpty() ? "finished" : "started";
    draft.put(task.opening(List.of()).now(state, message, event.error(), draft.now()));
  }

  /** Lets virtual time run up to a moment. */
  public World advance(World world, Instant to) {
    var draft = new Draft(world);
    for (var due = nextDue(draft); due.isPresent() && !due.get().isAfter(to); ) {
      draft.moveTo(due.get());
      for (var task : List.copyOf(draft.tasks.values())) {
        if (lifecycle.due(draft, task).filter(d -> !d.isAfter(draft.now())).isPresent()) {
          lifecycle.step(draft, task);
        }
      }
      settle(draft);
      due = nextDue(draft);
    }
    draft.moveTo(to);
    return draft.done();
  }

  /** When something will happen by itself; empty in a world at rest. */
  public Optional<Instant> nextDue(World world) {
    return nextDue(new Draft(world));
  }

  private Optional<Instant> nextDue(Draft draft) {
    var tasks = draft.tasks.values().stream().flatMap(t -> lifecycle.due(draft, t).stream());
    var updates = draft.services.values().stream().flatMap(s -> rollouts.due(draft, s));
    return Stream.concat(tasks, updates).min(Comparator.naturalOrder());
  }

  /** Orchestrates and schedules until nobody has anything to add at this moment. */
  private void settle(Draft draft) {
    long before;
    do {
      before = draft.index();
      Nodes.enforceConstraints(draft);
      for (var id : List.copyOf(draft.services.keySet())) {
        orchestrate(draft, id);
      }
      scheduler.schedule(draft);
      Reaper.reap(draft);
    } while (draft.index() != before);
  }

  private void orchestrate(Draft draft, String serviceId) {
    for (var part :
        List.<Consumer<SimService>>of(
            s -> restarts.replace(draft, s),
            s -> Replicas.reconcile(draft, s),
            s -> rollouts.advance(draft, s))) {
      var service = draft.services.get(serviceId);
      if (service != null) {
        part.accept(service);
      }
    }
  }
}
