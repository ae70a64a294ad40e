package dev.catamaran.compose;

import dev.catamaran.finding.Finding;
import java.nio.charset.StandardCharsets;

/**
 * The fuzz target: whatever the bytes of a Compose file are, loading it in either dialect ends in a
 * project or in findings that have a place. {@code fuzz/compose} runs it under Jazzer.
 */
public final class ComposeFuzz {
  private ComposeFuzz() {}

  /** Called by Jazzer, by this name; throws where the promise is broken. */
  public static void fuzzerTestOneInput(byte[] data) {
    var text = new String(data, StandardCharsets.UTF_8);
    placed(Loads.of(text));
    placed(Loads.of(text).stack());
  }

  private static void placed(Loads loads) {
    for (Finding finding : loads.outcome().findings()) {
      if (finding.where().isEmpty()) {
        throw new AssertionError("a finding without a place: " + finding);
      }
    }
  }
}
