package dev.catamaran.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Settings of the kernel for one container.
 *
 * @param ulimits by name, {@code nofile}
 * @param oomScoreAdjustment who goes first when memory runs out, -1000 to 1000
 */
public record Kernel(
    Map<String, String> sysctls, Map<String, Ulimit> ulimits, OptionalInt oomScoreAdjustment) {
  /** Nothing written. */
  public static final Kernel NONE = new Kernel(Map.of(), Map.of(), OptionalInt.empty());

  public Kernel {
    sysctls = Collections.unmodifiableMap(new LinkedHashMap<>(sysctls));
    ulimits = Collections.unmodifiableMap(new LinkedHashMap<>(ulimits));
  }

  /** A limit that a process may raise itself, and the one it may not; -1 is none. */
  public record Ulimit(long soft, long hard) {
    /** One number for both. */
    public Ulimit(long both) {
      this(both, both);
    }
  }
}
