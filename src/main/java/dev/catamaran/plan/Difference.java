package dev.catamaran.plan;

import java.util.Optional;

/**
 * One field that changes.
 *
 * @param path where in the specification: {@code container.command.environment.API_URL}
 * @param before empty where the field is new
 * @param after empty where the field goes
 */
public record Difference(String path, Optional<String> before, Optional<String> after) {}
