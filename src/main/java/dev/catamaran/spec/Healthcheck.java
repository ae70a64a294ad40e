package dev.catamaran.spec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an engine learns whether a container is healthy; empty values are the engine's defaults.
 *
 * @param test begins with {@code CMD}, {@code CMD-SHELL} or {@code NONE}
 */
public record Healthcheck(
    List<String> test,
    Optional<Duration> interval,
    Optional<Duration> timeout,
    OptionalInt retries,
    Optional<Duration> startPeriod) {
  public Healthcheck {
    test = List.copyOf(test);
  }
}
