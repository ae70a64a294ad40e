package dev.catamaran.compose.classic;

import static java.util.Map.entry;

import dev.catamaran.compose.phase.Casts;
import dev.catamaran.compose.tree.ScalarKind;
import java.util.Map;

/** Which texts become numbers and booleans once variables are in them. */
final class ClassicCasts {
  static final Casts CASTS =
      Casts.of(
          Map.ofEntries(
              entry("services.*.configs.[].mode", ScalarKind.INTEGER),
              entry("services.*.secrets.[].mode", ScalarKind.INTEGER),
              entry("services.*.healthcheck.retries", ScalarKind.INTEGER),
              entry("services.*.healthcheck.disable", ScalarKind.BOOLEAN),
              entry("services.*.deploy.replicas", ScalarKind.INTEGER),
              entry("services.*.deploy.update_config.parallelism", ScalarKind.INTEGER),
              entry("services.*.deploy.update_config.max_failure_ratio", ScalarKind.FLOAT),
              entry("services.*.deploy.rollback_config.parallelism", ScalarKind.INTEGER),
              entry("services.*.deploy.rollback_config.max_failure_ratio", ScalarKind.FLOAT),
              entry("services.*.deploy.restart_policy.max_attempts", ScalarKind.INTEGER),
              entry("services.*.deploy.placement.max_replicas_per_node", ScalarKind.INTEGER),
              entry("services.*.ports.[].target", ScalarKind.INTEGER),
              entry("services.*.ports.[].published", ScalarKind.INTEGER),
              entry("services.*.ulimits.*", ScalarKind.INTEGER),
              entry("services.*.ulimits.*.hard", ScalarKind.INTEGER),
              entry("services.*.ulimits.*.soft", ScalarKind.INTEGER),
              entry("services.*.privileged", ScalarKind.BOOLEAN),
              entry("services.*.oom_score_adj", ScalarKind.INTEGER),
              entry("services.*.read_only", ScalarKind.BOOLEAN),
              entry("services.*.stdin_open", ScalarKind.BOOLEAN),
              entry("services.*.tty", ScalarKind.BOOLEAN),
              entry("services.*.volumes.[].read_only", ScalarKind.BOOLEAN),
              entry("services.*.volumes.[].volume.nocopy", ScalarKind.BOOLEAN),
              entry("networks.*.external", ScalarKind.BOOLEAN),
              entry("networks.*.internal", ScalarKind.BOOLEAN),
              entry("networks.*.attachable", ScalarKind.BOOLEAN),
              entry("volumes.*.external", ScalarKind.BOOLEAN),
              entry("secrets.*.external", ScalarKind.BOOLEAN),
              entry("configs.*.external", ScalarKind.BOOLEAN)));

  private ClassicCasts() {}
}
