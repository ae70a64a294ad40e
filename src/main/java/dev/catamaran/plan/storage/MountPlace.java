package dev.catamaran.plan.storage;

import dev.catamaran.compose.Service;

/** Where the file says a mount: {@code volumes:} come first, those of {@code tmpfs:} after them. */
public final class MountPlace {
  private MountPlace() {}

  /** The path of the mount with that index. */
  public static String of(Service service, int index) {
    int volumes = 0;
    while (service.places().written("volumes[" + volumes + "]")) {
      volumes++;
    }
    return index < volumes ? "volumes[" + index + "]" : "tmpfs[" + (index - volumes) + "]";
  }
}
