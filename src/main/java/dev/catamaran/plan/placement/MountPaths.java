package dev.catamaran.plan.placement;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Code;
import dev.catamaran.model.Where;
import dev.catamaran.spec.Mount;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a mount's paths are absolute by the rules of the node's system; the node's engine checks
 * the same and rejects the task (moby {@code daemon/cluster/executor/container/validate.go}).
 */
final class MountPaths {
  private static final Pattern WINDOWS = Pattern.compile("[A-Za-z]:[\\\\/].*|\\\\\\\\.*|//[./].*");

  private MountPaths() {}

  static List<Objection> objections(NodeFacts node, Mount mount, Where where) {
    boolean windows = node.windows();
    if (absolute(mount.target(), windows) && sourceSuits(mount, windows)) {
      return List.of();
    }
    var path = absolute(mount.target(), windows) ? mount.source().orElse("") : mount.target();
    return List.of(
        Objection.byOs(
            Code.MOUNT_PATH,
            "runs " + node.platform().os() + ", where " + path + " is no absolute path",
            List.of(
                windows
                    ? "write a Windows path such as C:\\data for tasks on Windows"
                    : "write a path such as /data for tasks on Linux"),
            where));
  }

  private static boolean sourceSuits(Mount mount, boolean windows) {
    return switch (mount.type()) {
      case BIND -> mount.source().map(s -> absolute(s, windows)).orElse(false);
      case NPIPE -> windows;
      case TMPFS -> !windows;
      case VOLUME, CLUSTER -> true;
    };
  }

  private static boolean absolute(String path, boolean windows) {
    return windows ? WINDOWS.matcher(path).matches() : path.startsWith("/");
  }
}
