package dev.catamaran.finding;

import java.util.Locale;

/** How much a finding weighs; ordered from the worst. */
public enum Severity {
  /** Refuses the work: nothing is changed while one stands. */
  ERROR,
  /** The work goes on, and someone should look. */
  WARNING,
  /** Said once, so that nobody wonders. */
  INFO;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return word();
  }
}
