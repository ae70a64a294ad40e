package dev.catamaran.plan.storage;

import dev.catamaran.model.Os;
import dev.catamaran.spec.Mount;
import java.util.ArrayList;
import java.util.List;

/** What a Linux engine rejects a mount for. */
final class LinuxMounts {
  private static final String VALIDATE = "moby, daemon/cluster/executor/container/validate.go";

  private LinuxMounts() {}

  static List<Fault> faults(Knowledge knowledge, Mount mount, String path) {
    if (mount.type() == Mount.Type.NPIPE) {
      return knowledge.lacks(Os.LINUX, "mount.npipe", path, "").stream().toList();
    }
    var faults = new ArrayList<Fault>();
    if (!mount.target().startsWith("/")) {
      faults.add(notAbsolute(mount.target(), path + ".target"));
    } else if (mount.target().chars().allMatch(c -> c == '/')) {
      faults.add(
          Fault.path(
              path + ".target",
              "no mount takes the place of / on Linux (\"destination can't be '/'\")",
              "moby, daemon/volume/mounts/linux_parser.go",
              "name a directory"));
    }
    mount
        .source()
        .filter(s -> mount.type() == Mount.Type.BIND && !s.startsWith("/"))
        .ifPresent(s -> faults.add(notAbsolute(s, path + ".source")));
    return faults;
  }

  private static Fault notAbsolute(String written, String path) {
    return Fault.path(
        path,
        written + " is no absolute path on Linux",
        VALIDATE,
        "write a path such as /data for tasks on Linux");
  }
}
