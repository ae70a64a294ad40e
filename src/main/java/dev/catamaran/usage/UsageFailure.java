package dev.catamaran.usage;

import dev.catamaran.finding.Closest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line asks for something that cannot be meant; exit code 2. */
public final class UsageFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UsageFailure(@Nullable String message) {
    super(message);
  }

  /** A word that is none of the known ones; the nearest of those is proposed. */
  public static UsageFailure unknown(String what, String word, List<String> known) {
    var near = Closest.to(word, known).map(w -> "; did you mean " + w + "?").orElse("");
    return new UsageFailure("there is no " + what + " \"" + word + "\"" + near);
  }
}
