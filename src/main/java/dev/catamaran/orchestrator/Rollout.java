package dev.catamaran.orchestrator;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.ServiceState;
import dev.catamaran.cluster.Task;
import dev.catamaran.model.ProjectName;
import dev.catamaran.orchestrator.swarm.EngineFailure;
import dev.catamaran.orchestrator.swarm.Swarm;
import dev.catamaran.plan.Change;
import dev.catamaran.spec.ServiceSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries changes out and waits for them to hold. Blocks the thread that calls it; an interrupt
 * ends the waiting and leaves what the engine accepted.
 */
public final class Rollout {
  private static final Duration LOOK = Duration.ofMillis(250);

  /** As long as docker itself watches before it calls a service stable, shortened for new ones. */
  private static final Duration STABLE = Duration.ofSeconds(1);

  /** A task that failed so often in one place will not be mended by waiting. */
  private static final int HOPELESS = 3;

  private final Swarm swarm;
  private final InstantSource clock;
  private final Progress progress;

  public Rollout(Swarm swarm, InstantSource clock, Progress progress) {
    this.swarm = swarm;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Carries out every change in the order given. What is still in use by a task on its way out is
   * tried again until the time is over.
   *
   * @throws EngineFailure if the engine refuses; what was done before stays, and running again
   *     mends it
   */
  public void apply(List<Change> changes, Duration timeout) throws InterruptedException {
    var deadline = clock.instant().plus(timeout);
    for (var change : changes) {
      while (!applied(change, deadline)) {
        Thread.sleep(LOOK);
      }
      progress.done(change);
    }
  }

  /** Waits until every service of the project runs what it should. */
  public Ending await(ProjectName project, Duration timeout) throws InterruptedException {
    var deadline = clock.instant().plus(timeout);
    var earlier = new HashSet<String>();
    ServiceState.of(swarm.observe(), project)
        .forEach(s -> s.failures().forEach(t -> earlier.add(t.id())));
    @Nullable Instant convergedSince = null;
    while (true) {
      var states = ServiceState.of(swarm.observe(), project);
      progress.states(states);
      var now = clock.instant();
      if (states.stream().allMatch(ServiceState::converged)) {
        convergedSince = convergedSince == null ? now : convergedSince;
        if (!now.isBefore(convergedSince.plus(STABLE))) {
          return new Ending.Converged(states);
        }
      } else {
        convergedSince = null;
        var hopeless = states.stream().filter(s -> hopeless(s, earlier)).toList();
        if (!hopeless.isEmpty()) {
          return new Ending.Failed(hopeless);
        }
      }
      if (now.isAfter(deadline)) {
        return new Ending.TimedOut(states.stream().filter(s -> !s.converged()).toList());
      }
      Thread.sleep(LOOK);
    }
  }

  /** Waits until no task of the project is left. */
  public boolean awaitGone(Cluster before, ProjectName project, Duration timeout)
      throws InterruptedException {
    var deadline = clock.instant().plus(timeout);
    var ids = before.servicesOf(project).stream().map(s -> s.id()).collect(Collectors.toSet());
    while (swarm.observe().tasks().stream().anyMatch(t -> ids.contains(t.serviceId()))) {
      if (clock.instant().isAfter(deadline)) {
        return false;
      }
      Thread.sleep(LOOK);
    }
    return true;
  }

  private static boolean hopeless(ServiceState state, Set<String> earlier) {
    if (state.stuck()) {
      return true;
    }
    var perPlace =
        state.failures().stream()
            .filter(t -> !earlier.contains(t.id()))
            .collect(Collectors.groupingBy(Rollout::place, Collectors.counting()));
    return perPlace.values().stream().anyMatch(n -> n >= HOPELESS);
  }

  private static String place(Task task) {
    return task.slot().isPresent()
        ? Integer.toString(task.slot().getAsInt())
        : task.nodeId().orElse("");
  }

  /** Idempotent: what a try before has removed is not removed again. */
  private void replace(LiveService live, ServiceSpec spec) {
    if (swarm.observe().services().stream().anyMatch(s -> s.id().equals(live.id()))) {
      swarm.removeService(live);
    }
    swarm.createService(spec);
  }

  private boolean applied(Change change, Instant deadline) {
    try {
      switch (change) {
        case Change.CreateNetwork(var spec, var _) -> swarm.createNetwork(spec);
        case Change.CreateFile(var spec) -> swarm.createFile(spec);
        case Change.CreateService(var spec, var _) -> swarm.createService(spec);
        case Change.UpdateService(var live, var spec, var _) -> swarm.updateService(live, spec);
        case Change.ReplaceService(var live, var spec, var _) -> replace(live, spec);
        case Change.RemoveService(var live) -> swarm.removeService(live);
        case Change.RemoveFile(var live) -> swarm.removeFile(live);
        case Change.RemoveNetwork(var live) -> swarm.removeNetwork(live);
      }
      return true;
    } catch (EngineFailure e) {
      if (e.kind() == EngineFailure.Kind.IN_USE && clock.instant().isBefore(deadline)) {
        return false;
      }
      throw e;
    }
  }
}
