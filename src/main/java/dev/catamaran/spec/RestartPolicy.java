package dev.catamaran.spec;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a finished task is replaced; empty values are the engine's defaults.
 *
 * @param condition none, on-failure or any
 */
public record RestartPolicy(
    Optional<String> condition,
    Optional<Duration> delay,
    OptionalLong maxAttempts,
    Optional<Duration> window) {}
