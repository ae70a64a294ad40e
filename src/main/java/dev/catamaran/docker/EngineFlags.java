package dev.catamaran.docker;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a command line says about the engine, as docker's global options do.
 *
 * @param host {@code --host}
 * @param context {@code --context}
 */
public record EngineFlags(Optional<String> host, Optional<String> context, Tls tls) {
  /** Nothing said. */
  public static final EngineFlags NONE =
      new EngineFlags(Optional.empty(), Optional.empty(), Tls.NONE);

  /**
   * Empty options were not given.
   *
   * @param on {@code --tls}
   * @param verify {@code --tlsverify}
   */
  public record Tls(
      Optional<Boolean> on,
      Optional<Boolean> verify,
      Optional<Path> authorities,
      Optional<Path> certificate,
      Optional<Path> key) {
    public static final Tls NONE =
        new Tls(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }
}
