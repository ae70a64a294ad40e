package dev.catamaran.spec;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How tasks are replaced in an update or rollback; empty values are the engine's defaults.
 *
 * @param parallelism tasks at a time; 0 is Compose's word for all at once
 * @param failureAction pause, continue or rollback
 * @param maxFailureRatio 0 to 1
 * @param order start-first or stop-first
 */
public record UpdatePolicy(
    OptionalInt parallelism,
    Optional<Duration> delay,
    Optional<String> failureAction,
    Optional<Duration> monitor,
    Optional<Double> maxFailureRatio,
    Optional<String> order) {}
