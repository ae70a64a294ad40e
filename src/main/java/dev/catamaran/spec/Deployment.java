package dev.catamaran.spec;

import dev.catamaran.model.Platform;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How many tasks of a service run, where, with what, and how they are replaced. */
public record Deployment(Mode mode, Placement placement, Resources resources, Policies policies) {

  /** A number of tasks or one per node; kept running, or run to their end. */
  public sealed interface Mode {
    /** A number of tasks, zero included. */
    record Replicated(int replicas) implements Mode {
      public Replicated {
        if (replicas < 0) {
          throw new IllegalArgumentException("replicas cannot be " + replicas);
        }
      }
    }

    /** One task on every eligible node. */
    record Global() implements Mode {}

    /**
     * Tasks that end by themselves.
     *
     * @param concurrent how many run at a time
     * @param completions how many have to end well
     */
    record ReplicatedJob(int concurrent, int completions) implements Mode {
      public ReplicatedJob {
        if (concurrent < 0 || completions < 0) {
          throw new IllegalArgumentException("a job cannot have a negative number of tasks");
        }
      }
    }

    /** One task that ends by itself on every eligible node. */
    record GlobalJob() implements Mode {}

    /** Whether its tasks are done once they end well. */
    default boolean job() {
      return switch (this) {
        case Replicated _, Global _ -> false;
        case ReplicatedJob _, GlobalJob _ -> true;
      };
    }
  }

  /**
   * Where tasks may run.
   *
   * @param constraints Swarm's expressions, {@code node.platform.os == windows}
   * @param platforms what the image offers; empty lets the scheduler ignore it
   * @param spreads node attributes over whose values tasks are spread evenly, the first before the
   *     others: {@code node.labels.zone}
   * @param mostPerNode how many tasks of the service one node may hold; empty is no limit
   */
  public record Placement(
      List<String> constraints,
      List<Platform> platforms,
      List<String> spreads,
      OptionalLong mostPerNode) {
    /** Nothing written. */
    public static final Placement ANYWHERE = new Placement(List.of(), List.of());

    public Placement {
      constraints = List.copyOf(constraints);
      platforms = List.copyOf(platforms);
      spreads = List.copyOf(spreads);
    }

    /** Nothing written of how tasks share the nodes. */
    public Placement(List<String> constraints, List<Platform> platforms) {
      this(constraints, platforms, List.of(), OptionalLong.empty());
    }
  }

  /** How tasks are replaced. */
  public record Policies(
      Optional<UpdatePolicy> update,
      Optional<UpdatePolicy> rollback,
      Optional<RestartPolicy> restart) {
    public static final Policies DEFAULT =
        new Policies(Optional.empty(), Optional.empty(), Optional.empty());
  }

  public Deployment withPlacement(Placement other) {
    return new Deployment(mode, other, resources, policies);
  }
}
