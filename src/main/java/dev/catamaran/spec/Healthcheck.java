package dev.catamaran.spec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an engine learns whether a container is healthy; empty values are the engine's defaults.
 *
 * @param test begins with {@code CMD}, {@code CMD-SHELL} or {@code NONE}
 * @param startInterval between checks until the container is healthy for the first time
 */
public record Healthcheck(
    List<String> test,
    Optional<Duration> interval,
    Optional<Duration> timeout,
    OptionalInt retries,
    Optional<Duration> startPeriod,
    Optional<Duration> startInterval) {
  public Healthcheck {
    test = List.copyOf(test);
  }

  /** Nothing written of the start's own interval. */
  public Healthcheck(
      List<String> test,
      Optional<Duration> interval,
      Optional<Duration> timeout,
      OptionalInt retries,
      Optional<Duration> startPeriod) {
    this(test, interval, timeout, retries, startPeriod, Optional.empty());
  }
}
