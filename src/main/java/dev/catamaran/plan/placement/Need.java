package dev.catamaran.plan.placement;

import dev.catamaran.spec.Resources;
import java.util.ArrayList;
import java.util.List;

/**
 * What one task keeps free for itself on its node.
 *
 * @param nanoCpus billionths of a CPU; 0 keeps none
 * @param memoryBytes bytes; 0 keeps none
 * @param generic what else, by kind
 */
record Need(long nanoCpus, long memoryBytes, List<Resources.Generic> generic) {
  static final Need NOTHING = new Need(0, 0, List.of());
  private static final double NANOS = 1e9;
  private static final long KIB = 1L << 10;
  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");

  Need {
    generic = generic.stream().filter(g -> g.count() > 0).toList();
  }

  static Need of(Resources resources) {
    var reserved = resources.reservations();
    return new Need(
        reserved.nanoCpus().orElse(0), reserved.memoryBytes().orElse(0), resources.generic());
  }

  boolean nothing() {
    return equals(NOTHING);
  }

  /** {@code 2 GiB of memory, 0.5 CPU, 1 gpu}. */
  String text() {
    var parts = new ArrayList<String>();
    if (memoryBytes > 0) {
      parts.add(bytes(memoryBytes) + " of memory");
    }
    if (nanoCpus > 0) {
      parts.add(cpus(nanoCpus));
    }
    generic.forEach(g -> parts.add(g.count() + " " + g.kind()));
    return String.join(", ", parts);
  }

  /** {@code 0.5 CPU}, {@code 4 CPUs}. */
  static String cpus(long nano) {
    var number = number(nano / NANOS);
    return number + (number.equals("1") || nano < NANOS ? " CPU" : " CPUs");
  }

  /** {@code 1.5 GiB}. */
  static String bytes(long bytes) {
    int unit = 0;
    double amount = bytes;
    while (Math.abs(amount) >= KIB && unit < UNITS.size() - 1) {
      amount /= KIB;
      unit++;
    }
    return number(amount) + " " + UNITS.get(unit);
  }

  /** Two digits behind the point at most, rounded down: no number looks like more than it is. */
  private static String number(double value) {
    double shown = Math.floor(value * 100) / 100;
    return shown == Math.rint(shown) ? Long.toString((long) shown) : Double.toString(shown);
  }
}
