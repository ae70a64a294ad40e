package dev.catamaran.simulate;

import java.math.BigInteger;
import java.util.Locale;

/** Ids as swarmkit writes them, 25 letters and digits, from a seed and a counter. */
final class Minting {
  private static final int LENGTH = 25;
  private static final int BASE = 36;

  private Minting() {}

  static String id(long seed, long nth) {
    var high = BigInteger.valueOf(mixed(seed ^ mixed(nth)) >>> 1);
    var low = new BigInteger(Long.toUnsignedString(mixed(seed + mixed(~nth))));
    var text = high.shiftLeft(Long.SIZE).or(low).toString(BASE).toLowerCase(Locale.ROOT);
    return "0".repeat(LENGTH - text.length()) + text;
  }

  /** The finaliser of SplitMix64: neighbours come out far apart. */
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
