package dev.catamaran.cluster;

import dev.catamaran.model.ProjectName;
import dev.catamaran.spec.Deployment.Mode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far a service is: what runs against what should.
 *
 * @param running tasks that run; of a job, those that are done
 * @param wanted tasks that should; of a global service or job as many as the engine has planned so
 *     far
 * @param failures ended tasks that the engine gave up on, newest first
 * @param waiting the engine's word on a task it cannot place
 */
public record ServiceState(
    LiveService service, int running, int wanted, List<Task> failures, Optional<String> waiting) {
  private static final Set<String> IN_MOTION = Set.of("updating", "rollback_started");
  private static final Set<String> STUCK =
      Set.of("paused", "rollback_paused", "rollback_completed");

  public ServiceState {
    failures = List.copyOf(failures);
  }

  /** The states of a project's services, by name. */
  public static List<ServiceState> of(Cluster cluster, ProjectName project) {
    return cluster.servicesOf(project).stream()
        .sorted(Comparator.comparing(s -> s.spec().name()))
        .map(s -> of(cluster, s))
        .toList();
  }

  static ServiceState of(Cluster cluster, LiveService service) {
    var tasks = cluster.tasksOf(service);
    var mode = service.spec().deployment().mode();
    var goal = mode.job() ? Task.State.COMPLETE : Task.State.RUNNING;
    var live = tasks.stream().filter(t -> t.desired() == goal).toList();
    int wanted =
        switch (mode) {
          case Mode.Replicated(var replicas) -> replicas;
          case Mode.ReplicatedJob(var _, var completions) -> completions;
          case Mode.Global _, Mode.GlobalJob _ -> live.size();
        };
    var failures =
        tasks.stream()
            .filter(t ->
                t.status().state() == Task.State.FAILED
                    || t.status().state() == Task.State.REJECTED)
            .sorted(Comparator.comparing((Task t) -> t.status().since()).reversed())
            .toList();
    var waiting =
        live.stream()
            .filter(t -> t.status().state() == Task.State.PENDING)
            .map(t -> t.status().error())
            .filter(e -> !e.isEmpty())
            .findFirst();
    int running = (int) live.stream().filter(t -> t.status().state() == goal).count();
    return new ServiceState(service, running, wanted, failures, waiting);
  }

  /** Everything that should run runs, and no update is in motion or stuck. */
  public boolean converged() {
    boolean settled =
        service.updateState().map(s -> !IN_MOTION.contains(s) && !STUCK.contains(s)).orElse(true);
    boolean planned =
        switch (service.spec().deployment().mode()) {
          case Mode.Replicated _, Mode.ReplicatedJob _ -> true;
          case Mode.Global _, Mode.GlobalJob _ -> wanted > 0;
        };
    return settled && planned && running == wanted;
  }

  /** The engine stopped a rollout by itself. */
  public boolean stuck() {
    return service.updateState().map(STUCK::contains).orElse(false);
  }
}
