package dev.catamaran.cli;

import dev.catamaran.usage.Flag;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import dev.catamaran.usage.Whole;
import java.time.Duration;

/** How changes are carried out. */
final class ApplyOptions {
  private final Agreement agreement;
  private final Whole timeout;
  private final Flag detach;

  ApplyOptions(Usage usage) {
    agreement = new Agreement(usage);
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

  /** Whether the user agrees. */
  boolean agreed(Console console, String question) {
    return agreement.given(console, question);
  }
}
