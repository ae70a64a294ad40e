package dev.catamaran.simulate;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A rolling update or rollback, running or ended.
 *
 * @param slots how many slots were out of date when it began; the failure ratio is counted on them
 * @param calm since when every slot runs the new spec, while failures are still watched for
 */
public record Rollout(
    State state,
    String message,
    Instant started,
    Optional<Instant> completed,
    int slots,
    Optional<Instant> calm) {

  /** Swarm's words for the state of an update. */
  public enum State {
    UPDATING,
    PAUSED,
    COMPLETED,
    ROLLBACK_STARTED,
    ROLLBACK_PAUSED,
    ROLLBACK_COMPLETED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean rollback() {
      return compareTo(ROLLBACK_STARTED) >= 0;
    }

    boolean runs() {
      return this == UPDATING || this == ROLLBACK_STARTED;
    }
  }

  static Rollout update(Instant now, int slots) {
    return begun(State.UPDATING, "update in progress", now, slots);
  }

  static Rollout begun(State state, String message, Instant now, int slots) {
    return new Rollout(state, message, now, Optional.empty(), slots, Optional.empty());
  }

  Rollout calmSince(Optional<Instant> since) {
    return new Rollout(state, message, started, completed, slots, since);
  }

  Rollout counting(int outdated) {
    return new Rollout(state, message, started, completed, outdated, calm);
  }

  Rollout paused(String taskId) {
    var what = state.rollback() ? "rollback" : "update";
    return new Rollout(
        state.rollback() ? State.ROLLBACK_PAUSED : State.PAUSED,
        what + " paused due to failure or early termination of task " + taskId,
        started,
        Optional.empty(),
        slots,
        Optional.empty());
  }

  Rollout done(Instant now) {
    return new Rollout(
        state.rollback() ? State.ROLLBACK_COMPLETED : State.COMPLETED,
        (state.rollback() ? "rollback" : "update") + " completed",
        started,
        Optional.of(now),
        slots,
        calm);
  }
}
