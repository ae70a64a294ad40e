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
    Optional<Duration> window) {

  /**
   * What a service's {@code restart:} means to a Swarm; docker asks it where deploy has no policy.
   *
   * @return empty for "no" and nothing at all: the engine's own policy
   * @throws IllegalArgumentException if it is none of docker's words, with what is wrong
   */
  public static Optional<RestartPolicy> ofWord(String text) {
    int colon = text.indexOf(':');
    var word = colon < 0 ? text : text.substring(0, colon);
    var attempts = colon < 0 ? OptionalLong.empty() : attempts(text.substring(colon + 1));
    if (colon == 0) {
      throw new IllegalArgumentException("nothing stands before the colon");
    }
    return switch (word) {
      case "", "no" -> Optional.empty();
      case "always", "unless-stopped" -> Optional.of(when("any", attempts));
      case "on-failure" -> Optional.of(when("on-failure", attempts));
      default -> throw new IllegalArgumentException("\"" + word + "\" is no restart policy");
    };
  }

  /** Zero is docker's word for without end. */
  private static OptionalLong attempts(String text) {
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      int count = Integer.parseInt(text);
      if (count >= 0) {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(count);
      }
    } catch (NumberFormatException _) {
      // Told below, as for a negative number.
    }
    throw new IllegalArgumentException("\"" + text + "\" is no number of attempts");
  }

  private static RestartPolicy when(String condition, OptionalLong attempts) {
    return new RestartPolicy(Optional.of(condition), Optional.empty(), attempts, Optional.empty());
  }
}
