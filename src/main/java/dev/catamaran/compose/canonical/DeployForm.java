package dev.catamaran.compose.canonical;

import static dev.catamaran.compose.canonical.Form.Value.BYTES;
import static dev.catamaran.compose.canonical.Form.Value.COUNT;
import static dev.catamaran.compose.canonical.Form.Value.DEVICES;
import static dev.catamaran.compose.canonical.Form.Value.PAIRS;
import static dev.catamaran.compose.canonical.Form.Value.REAL;
import static dev.catamaran.compose.canonical.Form.Value.SPAN;
import static dev.catamaran.compose.canonical.Form.Value.TEXT;
import static dev.catamaran.compose.canonical.Form.Value.TEXTS;
import static dev.catamaran.compose.canonical.Form.Value.WHOLE;
import static dev.catamaran.compose.canonical.Form.group;
import static dev.catamaran.compose.canonical.Form.kept;
import static dev.catamaran.compose.canonical.Form.list;

import dev.catamaran.compose.canonical.Form.Group;

/** The printed form of {@code deploy:}. */
final class DeployForm {
  /** A device asked for by what it can do. */
  static final Group DEVICE =
      group(
              "capabilities", TEXTS,
              "driver", TEXT,
              "count", DEVICES,
              "device_ids", TEXTS,
              "options", PAIRS)
          .withoutExtensions();

  static final Group DEPLOY =
      group(
          "mode", TEXT,
          "replicas", kept(WHOLE),
          "labels", PAIRS,
          "update_config", update(),
          "rollback_config", update(),
          "resources", group("limits", resource(), "reservations", resource()).orNothing(),
          "restart_policy", restart(),
          "placement", placement(),
          "endpoint_mode", TEXT);

  private DeployForm() {}

  private static Group update() {
    return group(
        "parallelism", kept(COUNT),
        "delay", SPAN,
        "failure_action", TEXT,
        "monitor", SPAN,
        "max_failure_ratio", REAL,
        "order", TEXT);
  }

  private static Group resource() {
    var discrete = group("kind", kept(TEXT), "value", kept(WHOLE));
    return group(
        "cpus", REAL,
        "memory", BYTES,
        "pids", WHOLE,
        "devices", list(DEVICE),
        "generic_resources", list(group("discrete_resource_spec", discrete)));
  }

  private static Group restart() {
    return group(
        "condition", TEXT,
        "delay", kept(SPAN),
        "max_attempts", kept(COUNT),
        "window", kept(SPAN));
  }

  private static Group placement() {
    return group(
            "constraints", TEXTS,
            "preferences", list(group("spread", TEXT)),
            "max_replicas_per_node", COUNT)
        .orNothing();
  }
}
