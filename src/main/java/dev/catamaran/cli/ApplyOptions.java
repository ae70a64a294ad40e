package dev.catamaran.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How changes are carried out. */
final class ApplyOptions {
  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask before changing anything; CATAMARAN_YES=1 says the same.")
  private boolean yes;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long to wait for the cluster to get there (default: ${DEFAULT-VALUE}).")
  private int timeout = 300;

  @Option(
      names = {"-d", "--detach"},
      description = "Do not wait for the cluster to get there.")
  private boolean detach;

  /** Refuses what cannot be meant, before anything is looked at. */
  void check() {
    if (timeout < 1) {
      throw new UsageFailure("--timeout " + timeout + " is no time to wait: 1 second at least");
    }
  }

  Duration timeout() {
    return Duration.ofSeconds(timeout);
  }

  boolean detached() {
    return detach;
  }

  /** Whether the user agrees; someone must be there to be asked, or have agreed before. */
  boolean agreed(Console console, String question) {
    if (yes || "1".equals(console.environment().get("CATAMARAN_YES"))) {
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
