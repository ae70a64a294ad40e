package dev.catamaran.spec;

import java.util.OptionalLong;

/** What a task may use at most and what is kept free for it. */
public record Resources(Amount limits, Amount reservations) {
  public static final Resources NONE = new Resources(Amount.NONE, Amount.NONE);

  /**
   * An amount; empty is "not said".
   *
   * @param nanoCpus billionths of a CPU
   * @param memoryBytes bytes
   */
  public record Amount(OptionalLong nanoCpus, OptionalLong memoryBytes) {
    public static final Amount NONE = new Amount(OptionalLong.empty(), OptionalLong.empty());
  }
}
