package dev.catamaran.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something mounted into a container.
 *
 * @param source the host path, pipe or volume name; empty for an anonymous volume and tmpfs
 * @param volume driver, options and labels of a named volume that the engine creates on first use
 */
public record Mount(
    Type type, Optional<String> source, String target, boolean readOnly, Optional<Volume> volume) {

  /** The kinds of mount an engine knows. */
  public enum Type {
    BIND,
    VOLUME,
    TMPFS,
    NPIPE
  }

  /**
   * How a named volume is made.
   *
   * @param driver empty is the engine's default, {@code local}
   */
  public record Volume(
      Optional<String> driver, Map<String, String> options, Map<String, String> labels) {
    public Volume {
      options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
  }
}
