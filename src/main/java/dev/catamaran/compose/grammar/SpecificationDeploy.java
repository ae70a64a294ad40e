package dev.catamaran.compose.grammar;

import static dev.catamaran.compose.grammar.Shape.list;
import static dev.catamaran.compose.grammar.Shape.text;
import static dev.catamaran.compose.grammar.Shape.words;
import static dev.catamaran.compose.grammar.SpecificationFormat.integral;
import static dev.catamaran.compose.grammar.SpecificationFormat.keys;
import static dev.catamaran.compose.grammar.SpecificationFormat.numeric;
import static dev.catamaran.compose.grammar.SpecificationFormat.pairs;
import static dev.catamaran.compose.grammar.SpecificationFormat.texts;

import dev.catamaran.compose.grammar.Shape.Keys;

/** The Compose Specification: everything below {@code deploy:}. */
final class SpecificationDeploy {
  private SpecificationDeploy() {}

  static Shape deploy() {
    return keys(
        "mode", text(),
        "endpoint_mode", text(),
        "replicas", integral(),
        "labels", pairs(),
        "rollback_config", update(),
        "update_config", update(),
        "resources", keys("limits", limits(), "reservations", reservations()),
        "restart_policy", restart(),
        "placement", placement());
  }

  private static Shape update() {
    return keys(
        "parallelism", integral(),
        "delay", text(),
        "failure_action", text(),
        "monitor", text(),
        "max_failure_ratio", numeric(),
        "order", words("start-first", "stop-first"));
  }

  private static Shape limits() {
    return keys("cpus", numeric(), "memory", text(), "pids", integral());
  }

  private static Shape reservations() {
    var discrete = keys("kind", text(), "value", numeric());
    return keys(
        "cpus", numeric(),
        "memory", text(),
        "generic_resources", list(keys("discrete_resource_spec", discrete)),
        "devices", list(device().requires("capabilities")));
  }

  private static Keys device() {
    return keys(
        "capabilities", texts(),
        "count", integral(),
        "device_ids", texts(),
        "driver", text(),
        "options", pairs());
  }

  /** As a reserved device, but nobody forbids other keys. */
  static Shape gpu() {
    return device().opened();
  }

  private static Shape restart() {
    return keys("condition", text(), "delay", text(), "max_attempts", integral(), "window", text());
  }

  private static Shape placement() {
    return keys(
        "constraints", list(text()),
        "preferences", list(keys("spread", text())),
        "max_replicas_per_node", integral());
  }
}
