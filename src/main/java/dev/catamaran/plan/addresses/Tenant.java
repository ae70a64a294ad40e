package dev.catamaran.plan.addresses;

import dev.catamaran.compose.Service;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.UpdatePolicy;

/**
 * A service that takes addresses of networks.
 *
 * @param nodes how many nodes may hold it
 * @param virtualIp whether it has an address of its own beside those of its tasks
 * @param mesh whether the engine's routing mesh carries one of its ports
 */
public record Tenant(Service service, int nodes, boolean virtualIp, boolean mesh) {
  private static final String START_FIRST = "start-first";

  /** Addresses of its tasks. */
  long tasks() {
    return tasks(service.deploy().deployment(), nodes);
  }

  static long tasks(Deployment deployment, long nodes) {
    return switch (deployment.mode()) {
      case Mode.Replicated(var replicas) -> replicas;
      case Mode.ReplicatedJob(var concurrent, var completions) -> Math.min(concurrent, completions);
      case Mode.Global _, Mode.GlobalJob _ -> nodes;
    };
  }

  /** How many more tasks an update has at a time, where it starts new ones before old ones end. */
  long inUpdates() {
    return service
        .deploy()
        .deployment()
        .policies()
        .update()
        .filter(u -> u.order().filter(START_FIRST::equals).isPresent())
        .map(this::atOnce)
        .orElse(0L);
  }

  private long atOnce(UpdatePolicy update) {
    long parallel = update.parallelism().orElse(1);
    return parallel == 0 ? tasks() : Math.min(parallel, tasks());
  }
}
