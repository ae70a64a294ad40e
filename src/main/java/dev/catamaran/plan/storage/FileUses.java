package dev.catamaran.plan.storage;

import dev.catamaran.model.Os;
import dev.catamaran.spec.FileUse;
import java.util.List;

/** Where secrets and configs cannot be put. */
final class FileUses {
  private FileUses() {}

  static List<Fault> faults(FileUse use, Os os, String path) {
    return os == Os.WINDOWS ? windows(use, path + ".target") : linux(use, path + ".target");
  }

  /** A path without a drive is taken from where such files go by default. */
  private static List<Fault> windows(FileUse use, String place) {
    var target = new WindowsPath(use.target());
    if (target.relativeToDrive() || target.share() || target.wholeDrive()) {
      return List.of(
          Fault.target(
              place,
              use.target() + " is no place for a file on Windows",
              "moby, daemon/container/container_windows.go",
              "write a whole path, such as C:\\app\\" + use.source()));
    }
    return target.device().isPresent() || target.forbidden().isPresent()
        ? List.of(
            Fault.target(
                place,
                "no file is named " + use.target() + " on Windows",
                WindowsMounts.NAMES,
                "choose another name"))
        : List.of();
  }

  private static List<Fault> linux(FileUse use, String place) {
    var target = new WindowsPath(use.target());
    return target.absolute() || target.relativeToDrive() || target.text().startsWith("\\")
        ? List.of(
            Fault.target(
                place,
                use.target() + " is no path on Linux but one odd name",
                "moby, daemon/container/container_unix.go",
                "write a path such as /etc/" + use.source()))
        : List.of();
  }
}
