package dev.catamaran.orchestrator;

import dev.catamaran.cluster.ServiceState;
import java.util.List;

/** How waiting for a project ended. */
public sealed interface Ending {
  /** Everything that should run runs. */
  record Converged(List<ServiceState> states) implements Ending {
    public Converged {
      states = List.copyOf(states);
    }
  }

  /** Some service cannot get there by itself: its tasks fail again and again, or it was paused. */
  record Failed(List<ServiceState> failing) implements Ending {
    public Failed {
      failing = List.copyOf(failing);
    }
  }

  /** The time is over; the engine goes on trying. */
  record TimedOut(List<ServiceState> unfinished) implements Ending {
    public TimedOut {
      unfinished = List.copyOf(unfinished);
    }
  }
}
