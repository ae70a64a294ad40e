package dev.catamaran.plan.storage;

import dev.catamaran.spec.Mount;

/**
 * Pipes may be written with either slash; an engine knows one by its backslashes only (moby,
 * daemon/volume/mounts/windows_parser.go).
 */
public final class PipeMounts {
  private PipeMounts() {}

  /** The mount as an engine takes it. */
  public static Mount written(Mount mount) {
    return mount.type() == Mount.Type.NPIPE
        ? new Mount(
            mount.type(),
            mount.source().map(PipeMounts::backslashes),
            backslashes(mount.target()),
            mount.readOnly(),
            mount.volume(),
            mount.options())
        : mount;
  }

  private static String backslashes(String end) {
    var path = new WindowsPath(end);
    return path.pipe() ? path.backslashes() : end;
  }
}
