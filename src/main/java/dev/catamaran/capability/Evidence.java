package dev.catamaran.capability;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a row of the matrix rests on.
 *
 * @param source a document, a place in code, a report
 * @param confidence how surely it says so
 * @param date the year and month it was read
 */
public record Evidence(String source, String confidence, String date) {
  private static final String DISPUTED = "disputed";
  private static final Set<String> CONFIDENCES =
      Set.of("documented", "seen in code", "issue thread", "inferred", DISPUTED);
  private static final Pattern MONTH = Pattern.compile("20\\d\\d-(?:0[1-9]|1[0-2])");

  public Evidence {
    if (!CONFIDENCES.contains(confidence)) {
      throw new IllegalArgumentException("\"" + confidence + "\" is no confidence");
    }
    if (!MONTH.matcher(date).matches()) {
      throw new IllegalArgumentException("\"" + date + "\" is no year and month");
    }
  }

  /** Whether others say the opposite. */
  public boolean disputed() {
    return confidence.equals(DISPUTED);
  }

  /** {@code moby#36184 (seen in code, 2026-08)}. */
  @Override
  public String toString() {
    return source + " (" + confidence + ", " + date + ")";
  }
}
