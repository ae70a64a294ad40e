package dev.catamaran.spec;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a task may use at most and what is kept free for it.
 *
 * @param processes how many processes it may have at most; -1 is no limit
 * @param generic what nodes say they have, such as GPUs, kept free for it
 */
public record Resources(
    Amount limits, Amount reservations, OptionalLong processes, List<Generic> generic) {
  public static final Resources NONE = new Resources(Amount.NONE, Amount.NONE);

  public Resources {
    generic = List.copyOf(generic);
  }

  /** Nothing written besides CPU and memory. */
  public Resources(Amount limits, Amount reservations) {
    this(limits, reservations, OptionalLong.empty(), List.of());
  }

  /**
   * A number of something only its nodes know.
   *
   * @param kind as the nodes' engines call it, {@code NVIDIA-GPU}
   */
  public record Generic(String kind, long count) {}

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
