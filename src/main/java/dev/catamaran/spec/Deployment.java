package dev.catamaran.spec;

import dev.catamaran.model.Platform;
import java.util.List;
import java.util.Optional;

/** How many tasks of a service run, where, with what, and how they are replaced. */
public record Deployment(Mode mode, Placement placement, Resources resources, Policies policies) {

  /** Replicated or global. */
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
  }

  /**
   * Where tasks may run.
   *
   * @param constraints Swarm's expressions, {@code node.platform.os == windows}
   * @param platforms what the image offers; empty lets the scheduler ignore it
   */
  public record Placement(List<String> constraints, List<Platform> platforms) {
    public Placement {
      constraints = List.copyOf(constraints);
      platforms = List.copyOf(platforms);
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
