package dev.catamaran.simulate;

import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.Task.State;
import dev.catamaran.json.Json;
import dev.catamaran.spec.UpdatePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Replaces tasks of an old spec by tasks of the new one, as many at a time as the policy says. */
final class Rollouts {
  private final Pace pace;

  Rollouts(Pace pace) {
    this.pace = pace;
  }

  void advance(Draft draft, SimService service) {
    hand(draft, service);
    var slots = new Slots(draft, service);
    var outdated =
        slots.all().entrySet().stream()
            .filter(e -> slots.filled(e.getKey()) && outdated(draft, service, e.getValue()))
            .map(e -> e.getValue())
            .toList();
    var rollout = service.rollout();
    if (rollout.isEmpty()) {
      if (!outdated.isEmpty()) {
        draft.put(service.with(Rollout.update(draft.now(), outdated.size())));
      }
    } else if (rollout.get().state().runs()) {
      step(draft, service, rollout.get(), outdated);
    }
  }

  private void step(
      Draft draft, SimService service, Rollout rollout, List<List<SimTask>> outdated) {
    if (rollout.slots() == 0 && !outdated.isEmpty()) {
      draft.put(service.with(rollout.counting(outdated.size())));
      return;
    }
    var failed = failed(draft, service, rollout);
    if (!failed.isEmpty() && acts(draft, service, rollout, failed)) {
      return;
    }
    long busy = fresh(draft, service).filter(t -> occupies(draft, service, t)).count();
    int parallel = policy(service).map(p -> p.parallelism().orElse(0)).orElse(1);
    long room = parallel == 0 ? outdated.size() : parallel - busy;
    outdated.stream().limit(Math.max(0, room)).forEach(slot -> replace(draft, service, slot));
    if (!outdated.isEmpty() || busy > 0) {
      if (rollout.calm().isPresent()) {
        draft.put(service.with(rollout.calmSince(Optional.empty())));
      }
    } else if (rollout.calm().isEmpty()) {
      draft.put(service.with(rollout.calmSince(Optional.of(draft.now()))));
    } else if (!draft.now().isBefore(rollout.calm().get().plus(watch(service)))) {
      draft.put(service.with(rollout.done(draft.now())));
    }
  }

  /** When this service's rollout wants to be looked at again, tasks apart. */
  Stream<Instant> due(Draft draft, SimService service) {
    if (service.rollout().filter(r -> r.state().runs()).isEmpty()) {
      return Stream.empty();
    }
    var calm = service.rollout().flatMap(Rollout::calm).map(c -> c.plus(watch(service)));
    var cooled =
        fresh(draft, service)
            .filter(SimTask::running)
            .map(t -> t.status().since().plus(delay(service)))
            .filter(i -> i.isAfter(draft.now()));
    return Stream.concat(calm.stream(), cooled);
  }

  private static boolean outdated(Draft draft, SimService service, List<SimTask> slot) {
    var wanted = slot.stream().filter(SimTask::wanted).toList();
    var current = wanted.isEmpty() ? List.of(slot.getLast()) : wanted;
    return current.stream().allMatch(t -> dirty(service, t, draft.nodeOf(t)));
  }

  /** A change of constraints alone leaves a task where it is, if its node still suits. */
  static boolean dirty(SimService service, SimTask task, Optional<SimNode> node) {
    if (task.work().specVersion() == service.specVersion()) {
      return false;
    }
    var now = service.wish().blueprint();
    var then = task.work().wish().blueprint();
    if (now.equals(then)) {
      return false;
    }
    boolean placementOnly = unplaced(now).equals(unplaced(then));
    return !placementOnly || !node.map(n -> service.wish().placement().admits(n)).orElse(false);
  }

  private static Json unplaced(Json blueprint) {
    return blueprint.get("task") instanceof Json.Obj task && blueprint instanceof Json.Obj whole
        ? whole.with("task", task.without("Placement"))
        : blueprint;
  }

  private void replace(Draft draft, SimService service, List<SimTask> slot) {
    boolean startFirst =
        policy(service).flatMap(UpdatePolicy::order).filter("start-first"::equals).isPresent();
    if (!startFirst) {
      slot.stream().filter(SimTask::wanted).forEach(t -> draft.put(t.wanting(State.SHUTDOWN)));
    }
    Slots.task(
        draft, service, Slots.again(slot.getLast()), startFirst ? State.RUNNING : State.READY);
  }

  /** Stop-first: a ready task starts once its forerunners ended. Start-first: the other way. */
  private static void hand(Draft draft, SimService service) {
    new Slots(draft, service)
        .all()
        .values()
        .forEach(slot -> {
          var newest = slot.getLast();
          var older = new ArrayList<>(slot.subList(0, slot.size() - 1));
          if (newest.desired() == State.READY
              && newest.work().notBefore().isEmpty()
              && older.stream().allMatch(t -> t.state().ended() || lost(draft, t))) {
            draft.put(newest.wanting(State.RUNNING));
          } else if (newest.running() && newest.wanted()) {
            older.stream()
                .filter(SimTask::wanted)
                .forEach(t -> draft.put(t.wanting(State.SHUTDOWN)));
          }
        });
  }

  private static boolean lost(Draft draft, SimTask task) {
    return draft.nodeOf(task).map(n -> n.state() == Node.State.DOWN).orElse(false);
  }

  private static Stream<SimTask> fresh(Draft draft, SimService service) {
    var since = service.rollout().map(Rollout::started).orElse(draft.now());
    return draft.tasksOf(service.id()).stream()
        .filter(t -> t.work().specVersion() == service.specVersion())
        .filter(t -> !t.meta().created().isBefore(since));
  }

  /** It keeps one of the parallel places: on its way up, or running and in the delay after. */
  private static boolean occupies(Draft draft, SimService service, SimTask task) {
    if (!task.wanted() || task.work().attempt() > 0 || task.state().ended()) {
      return false;
    }
    return !task.running() || task.status().since().plus(delay(service)).isAfter(draft.now());
  }

  private static List<SimTask> failed(Draft draft, SimService service, Rollout rollout) {
    return fresh(draft, service)
        .filter(t -> t.state().endedByItself())
        .filter(t -> !t.meta().created().isBefore(rollout.started()))
        .toList();
  }

  /** True where the failure ends the rollout. */
  private static boolean acts(
      Draft draft, SimService service, Rollout rollout, List<SimTask> failed) {
    double ratio = policy(service).flatMap(UpdatePolicy::maxFailureRatio).orElse(0.0);
    if ((double) failed.size() / Math.max(1, rollout.slots()) <= ratio) {
      return false;
    }
    var task = failed.getLast();
    return switch (policy(service).flatMap(UpdatePolicy::failureAction).orElse("pause")) {
      case "continue" -> false;
      case "rollback" -> {
        if (rollout.state().rollback() || service.previous().isEmpty()) {
          draft.put(service.with(rollout.paused(task.id())));
        } else {
          Services.rollBack(
              draft,
              service,
              "update rolled back due to failure or early termination of task " + task.id());
        }
        yield true;
      }
      default -> {
        draft.put(service.with(rollout.paused(task.id())));
        yield true;
      }
    };
  }

  private static Optional<UpdatePolicy> policy(SimService service) {
    boolean back = service.rollout().filter(r -> r.state().rollback()).isPresent();
    var policies = service.wish().policies();
    return back ? policies.rollback() : policies.update();
  }

  private static Duration delay(SimService service) {
    return policy(service).flatMap(UpdatePolicy::delay).orElse(Duration.ZERO);
  }

  private Duration watch(SimService service) {
    return policy(service)
        .flatMap(UpdatePolicy::monitor)
        .filter(d -> !d.isZero())
        .orElse(pace.monitor());
  }
}
