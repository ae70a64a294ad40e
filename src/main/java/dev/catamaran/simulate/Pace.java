package dev.catamaran.simulate;

import java.time.Duration;

/**
 * How fast the simulated engines are.
 *
 * @param step how long a task stays in each state on its way to running, and to its end
 * @param restartDelay before a failed task is replaced, where the service does not say
 * @param monitor how long an update watches for failures, where the service does not say
 */
public record Pace(Duration step, Duration restartDelay, Duration monitor) {
  /** Quick enough to watch, slow enough to see the states go by. */
  public static final Pace QUICK =
      new Pace(Duration.ofMillis(30), Duration.ofSeconds(5), Duration.ofMillis(500));

  public Pace {
    if (step.isZero() || step.isNegative()) {
      throw new IllegalArgumentException("a state lasts longer than " + step);
    }
  }
}
