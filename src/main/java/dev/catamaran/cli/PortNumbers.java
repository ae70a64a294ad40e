package dev.catamaran.cli;

import dev.catamaran.model.Port;
import dev.catamaran.usage.UsageFailure;

/** Port numbers as options take them. */
final class PortNumbers {
  private PortNumbers() {}

  /** A usage error that names the option; some options take 0 for "any free one". */
  static void check(String option, int number, int lowest) {
    if (number < lowest || number > Port.HIGHEST) {
      throw new UsageFailure(
          option + " " + number + " is out of range " + lowest + "-" + Port.HIGHEST);
    }
  }
}
