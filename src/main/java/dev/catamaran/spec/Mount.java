package dev.catamaran.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Something mounted into a container.
 *
 * @param source the host path, pipe or volume name; empty for an anonymous volume and tmpfs
 * @param volume driver, options and labels of a named volume that the engine creates on first use
 * @param options what else is said of this one use
 */
public record Mount(
    Type type,
    Optional<String> source,
    String target,
    boolean readOnly,
    Optional<Volume> volume,
    Options options) {

  /** Nothing else written. */
  public Mount(
      Type type,
      Optional<String> source,
      String target,
      boolean readOnly,
      Optional<Volume> volume) {
    this(type, source, target, readOnly, volume, Options.NONE);
  }

  /** The kinds of mount an engine knows. */
  public enum Type {
    BIND,
    VOLUME,
    TMPFS,
    NPIPE,
    /** A volume of a CSI plugin, which the cluster publishes to the node of the task. */
    CLUSTER
  }

  /**
   * What one use of a mount says; each kind of mount looks at its own.
   *
   * @param propagation of a bind or pipe: {@code rslave}; {@code rprivate} is the engine's default
   * @param noCopy of a volume: leave it empty where the image has files in its place
   * @param subpath of a volume: only this directory of it
   * @param bytes of a tmpfs: its size
   * @param mode of a tmpfs: its permission bits, such as 01777
   */
  public record Options(
      Optional<String> propagation,
      boolean noCopy,
      Optional<String> subpath,
      OptionalLong bytes,
      OptionalInt mode) {
    /** Nothing written. */
    public static final Options NONE =
        new Options(
            Optional.empty(), false, Optional.empty(), OptionalLong.empty(), OptionalInt.empty());
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

  public Mount with(Optional<String> otherSource, Optional<Volume> otherVolume) {
    return new Mount(type, otherSource, target, readOnly, otherVolume, options);
  }
}
