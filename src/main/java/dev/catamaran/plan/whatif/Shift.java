package dev.catamaran.plan.whatif;

import dev.catamaran.model.ServiceName;
import java.util.Optional;

/**
 * One decision on a service that would be another.
 *
 * @param subject what is decided: {@code found by}, {@code port 80/tcp}, {@code node win1}
 * @param before empty where there was no such decision
 * @param after empty where there would be none
 * @param trend whether it would become simpler
 * @param reason why it would be so
 */
public record Shift(
    ServiceName service,
    String subject,
    Optional<String> before,
    Optional<String> after,
    Trend trend,
    String reason) {

  /** Whether a workaround goes, comes, or neither. */
  public enum Trend {
    SIMPLER("simpler"),
    HARDER("harder"),
    NEITHER("neither");

    private final String word;

    Trend(String word) {
      this.word = word;
    }

    /** The word JSON uses. */
    public String word() {
      return word;
    }
  }
}
