package dev.catamaran.compose.grammar;

import static dev.catamaran.compose.grammar.ClassicFormat.pairs;
import static dev.catamaran.compose.grammar.Shape.integer;
import static dev.catamaran.compose.grammar.Shape.keys;
import static dev.catamaran.compose.grammar.Shape.list;
import static dev.catamaran.compose.grammar.Shape.number;
import static dev.catamaran.compose.grammar.Shape.since;
import static dev.catamaran.compose.grammar.Shape.text;
import static dev.catamaran.compose.grammar.Shape.words;

import dev.catamaran.compose.grammar.Shape.Keys;

/** The classic format: a service's deploy section. */
final class ClassicDeploy {
  private ClassicDeploy() {}

  static Keys deploy() {
    return keys(
        "mode", text(),
        "endpoint_mode", since(2, text()),
        "replicas", integer(),
        "labels", pairs(),
        "rollback_config", since(7, update()),
        "update_config", update(),
        "resources", keys("limits", limits(), "reservations", reservations()),
        "restart_policy", restart(),
        "placement", placement());
  }

  private static Shape update() {
    return keys(
        "parallelism", integer(),
        "delay", text(),
        "failure_action", text(),
        "monitor", text(),
        "max_failure_ratio", number(),
        "order", since(4, words("start-first", "stop-first")));
  }

  private static Shape limits() {
    return keys("cpus", text(), "memory", text(), "pids", since(9, integer()));
  }

  private static Shape reservations() {
    var resource = keys("discrete_resource_spec", keys("kind", text(), "value", number()));
    return keys("cpus", text(), "memory", text(), "generic_resources", since(5, list(resource)));
  }

  private static Shape restart() {
    return keys("condition", text(), "delay", text(), "max_attempts", integer(), "window", text());
  }

  private static Shape placement() {
    return keys(
        "constraints", list(text()),
        "preferences", since(3, list(keys("spread", text()))),
        "max_replicas_per_node", since(8, integer()));
  }
}
