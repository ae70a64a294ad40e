package dev.catamaran.compose.support;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What becomes of one attribute on one engine.
 *
 * @param why one half of a sentence; empty where there is nothing to say
 * @param ways what to write instead
 * @param source who says so
 */
public record Support(Verdict verdict, String why, List<String> ways, Optional<String> source) {
  /** How much of an attribute arrives. */
  public enum Verdict {
    /** It arrives and does what it says. */
    YES,
    /** It arrives and does less than it says. */
    PARTLY,
    /** It does not arrive, and the application does not miss it. */
    NOTED,
    /** It does not arrive, and its author may count on it. */
    IGNORED,
    /** A service that has it is not deployed, or its tasks are rejected. */
    REFUSED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Support {
    ways = List.copyOf(ways);
  }
}
