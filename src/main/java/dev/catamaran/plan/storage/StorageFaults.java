package dev.catamaran.plan.storage;

import dev.catamaran.capability.Matrix;
import dev.catamaran.compose.Service;
import dev.catamaran.compose.VolumeDeclaration;
import dev.catamaran.model.Os;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.Mount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every node of an operating system rejects tasks of a service for, in what they mount. */
public final class StorageFaults {
  private final Knowledge knowledge;
  private final Map<String, VolumeDeclaration> volumes;

  /**
   * For the services of one project.
   *
   * @param volumes the project's, by Compose key
   */
  public StorageFaults(Matrix matrix, Map<String, VolumeDeclaration> volumes) {
    this.knowledge = new Knowledge(matrix);
    this.volumes = Map.copyOf(volumes);
  }

  /** All of them, in the order of the file; none for a system Swarm does not run on. */
  public List<Fault> of(Service service, Os os) {
    if (os == Os.OTHER) {
      return List.of();
    }
    var faults = new ArrayList<Fault>();
    var mounts = service.container().mounts();
    var targets = new HashMap<String, String>();
    for (int i = 0; i < mounts.size(); i++) {
      var path = MountPlace.of(service, i);
      faults.addAll(mount(mounts.get(i), os, path));
      twice(mounts.get(i), os, path, targets).ifPresent(faults::add);
    }
    files(service, FileKind.CONFIG, os, faults);
    files(service, FileKind.SECRET, os, faults);
    return List.copyOf(faults);
  }

  private List<Fault> mount(Mount mount, Os os, String path) {
    if (os == Os.LINUX) {
      return LinuxMounts.faults(knowledge, mount, path);
    }
    var faults = new ArrayList<>(WindowsMounts.faults(knowledge, mount, path));
    mount
        .source()
        .filter(_ -> mount.type() == Mount.Type.VOLUME)
        .map(volumes::get)
        .ifPresent(v -> faults.addAll(WindowsVolumes.faults(knowledge, v, path)));
    return faults;
  }

  /** Windows has one directory for {@code C:\Data} and {@code c:/data}. */
  private static Optional<Fault> twice(
      Mount mount, Os os, String path, Map<String, String> targets) {
    var plain = os == Os.WINDOWS ? WindowsPath.folded(mount.target()) : mount.target();
    var other = targets.putIfAbsent(plain, mount.target());
    return other == null
        ? Optional.empty()
        : Optional.of(
            Fault.path(
                path + ".target",
                mount.target()
                    + " and "
                    + other
                    + " are one directory on "
                    + (os == Os.WINDOWS ? "Windows" : "Linux"),
                "moby, daemon/container (\"Duplicate mount point\")",
                "give each mount a directory of its own"));
  }

  private static void files(Service service, FileKind kind, Os os, List<Fault> faults) {
    var uses = service.container().files().stream().filter(f -> f.kind() == kind).toList();
    for (int i = 0; i < uses.size(); i++) {
      faults.addAll(FileUses.faults(uses.get(i), os, kind.word() + "s[" + i + "]"));
    }
  }
}
