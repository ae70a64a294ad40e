package dev.catamaran.plan;

import java.util.Optional;

/**
 * One field that changes.
 *
 * @param path where in Compose's words: {@code environment.API_URL}; where Compose has none in
 *     Docker's
 * @param before empty where the field is new
 * @param after empty where the field goes
 */
public record Difference(
    String path, Optional<String> before, Optional<String> after, Cause cause) {}
