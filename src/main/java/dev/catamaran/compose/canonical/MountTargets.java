package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Faults;
import dev.catamaran.model.Where;
import java.util.HashMap;
import java.util.Map;

/** No two mounts of a service may lie on the same path. */
final class MountTargets {
  private final Map<String, Where> taken = new HashMap<>();
  private final Faults faults;

  private MountTargets(Faults faults) {
    this.faults = faults;
  }

  static void check(Mapping service, Faults faults) {
    var targets = new MountTargets(faults);
    for (var node : Found.items(service, "tmpfs")) {
      if (node instanceof Scalar text) {
        targets.take(text.text().split(":", -1)[0], text.where());
      }
    }
    for (var node : Found.items(service, "volumes")) {
      if (node instanceof Mapping mount) {
        var target = Found.scalar(mount, "target");
        targets.take(
            target.map(Scalar::text).orElse(""), target.map(Scalar::where).orElse(mount.where()));
      }
    }
  }

  private void take(String target, Where where) {
    var earlier = taken.putIfAbsent(target, where);
    if (earlier != null) {
      faults.invalid(
          where,
          "something is mounted at " + target + " already, at " + earlier,
          "remove one of the two");
    }
  }
}
