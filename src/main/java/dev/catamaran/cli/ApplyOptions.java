package dev.catamaran.cli;

import dev.catamaran.usage.Flag;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import dev.catamaran.usage.Whole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Duration;

/** How changes are carried out. */
final class ApplyOptions {
  private final Flag yes;
  private final Whole timeout;
  private final Flag detach;

  ApplyOptions(Usage usage) {
    yes =
        usage.flag(
            "-y, --yes", "Do not ask before changing anything; CATAMARAN_YES=1 says the same.");
    timeout =
        usage.whole("--timeout=SECONDS", 300, "How long to wait for the cluster to get there");
    detach = usage.flag("-d, --detach", "Do not wait for the cluster to get there.");
  }

  /** Refuses what cannot be meant, before anything is looked at. */
  void check() {
    if (timeout.value() < 1) {
      throw new UsageFailure(
          "--timeout " + timeout.value() + " is no time to wait: 1 second at least");
    }
  }

  Duration timeout() {
    return Duration.ofSeconds(timeout.value());
  }

  boolean detached() {
    return detach.on();
  }

  /** Whether the user agrees; someone must be there to be asked, or have agreed before. */
  boolean agreed(Console console, String question) {
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
