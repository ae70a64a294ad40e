package dev.catamaran.plan.storage;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.spec.Isolation;
import dev.catamaran.spec.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an operator should look at before tasks mount something, on the nodes that may hold them.
 */
final class MountNotes {
  /** What every node has. */
  private static final Set<String> EVERYWHERE =
      Set.of(
          "/",
          "/dev",
          "/etc",
          "/etc/hostname",
          "/etc/hosts",
          "/etc/localtime",
          "/etc/os-release",
          "/etc/passwd",
          "/etc/resolv.conf",
          "/home",
          "/proc",
          "/run",
          "/run/docker.sock",
          "/sys",
          "/tmp",
          "/usr",
          "/var",
          "/var/lib",
          "/var/lib/docker",
          "/var/log",
          "/var/run",
          "/var/run/docker.sock",
          "c:\\",
          "c:\\programdata",
          "c:\\programdata\\docker",
          "c:\\windows",
          "c:\\windows\\temp",
          "c:\\users");

  private static final String DAEMON = "moby, daemon/volume/mounts";

  private final Tenancy tenancy;
  private final List<Finding> findings = new ArrayList<>();

  private MountNotes(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  static List<Finding> of(Tenancy tenancy) {
    var notes = new MountNotes(tenancy);
    var mounts = tenancy.service().container().mounts();
    for (int i = 0; i < mounts.size(); i++) {
      notes.mount(mounts.get(i), MountPlace.of(tenancy.service(), i));
    }
    return notes.findings;
  }

  private void mount(Mount mount, String path) {
    if (mount.type() == Mount.Type.BIND) {
      mount.source().ifPresent(s -> source(s, path + ".source"));
    }
    if (tenancy.windows()) {
      Stream.concat(mount.source().stream(), Stream.of(mount.target()))
          .filter(p -> p.length() > WindowsPath.LONGEST)
          .findFirst()
          .ifPresent(p -> tooLong(p, path));
      if (mount.type() == Mount.Type.NPIPE
          && tenancy.isolation().equals(Optional.of(Isolation.HYPERV))) {
        pipe(path);
      }
    }
  }

  private void add(Finding finding, String path) {
    findings.add(
        finding.at(tenancy.service().places().of(path)).of(tenancy.service().name()).says(DAEMON));
  }

  private void source(String source, String path) {
    var plain = tenancy.windows() ? WindowsPath.folded(source) : source;
    if (EVERYWHERE.contains(plain)) {
      return;
    }
    boolean file = tenancy.windows() && new WindowsPath(source).looksLikeFile();
    add(
        Finding.warning(
                Code.MOUNT_SOURCE,
                source
                    + " must be "
                    + (file ? "a directory, not a file, on " : "there on ")
                    + tenancy.names())
            .because(
                "Swarm makes no directory for a mount, and rejects the task:"
                    + " \"bind source path does not exist\"")
            .tryThis(
                "make it on each of these nodes",
                file
                    ? "bring a single file as a config"
                    : "a volume, which each node makes when a task first needs it"),
        path);
  }

  private void tooLong(String written, String path) {
    add(
        Finding.warning(
                Code.MOUNT_PATH,
                "a path has "
                    + written.length()
                    + " letters, and most Windows programs open none"
                    + " with more than "
                    + WindowsPath.LONGEST)
            .tryThis("a shorter path"),
        path);
  }

  private void pipe(String path) {
    add(
        Finding.warning(
                Code.MOUNT_IMPOSSIBLE,
                "a named pipe of the node does not reach into Hyper-V isolation")
            .because("the tasks run in Hyper-V isolation on " + tenancy.names())
            .tryThis("an image made for the nodes' own Windows build, and isolation: process"),
        path);
  }
}
