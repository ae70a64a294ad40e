package dev.catamaran.cli;

import dev.catamaran.usage.Flag;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/** The question before anything changes. */
final class Agreement {
  private final Flag yes;

  Agreement(Usage usage) {
    yes =
        usage.flag(
            "-y, --yes", "Do not ask before changing anything; CATAMARAN_YES=1 says the same.");
  }

  /** Whether the user agrees; someone must be there to be asked, or have agreed before. */
  boolean given(Console console, String question) {
    if (yes.on() || "1".equals(console.environment().get("CATAMARAN_YES"))) {
      return true;
    }
    if (!console.interactive()) {
      throw new UsageFailure(
          "nobody is there to be asked \"" + question + "\": add --yes (or set CATAMARAN_YES=1)");
    }
    console.err().print(question + " [y/N] ");
    console.err().flush();
    try {
      var reader =
          new BufferedReader(new InputStreamReader(console.in(), Charset.defaultCharset()));
      var answer = reader.readLine();
      return answer != null
          && (answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes"));
    } catch (IOException e) {
      throw new UsageFailure("cannot read the answer: " + e.getMessage());
    }
  }
}
