package dev.catamaran.compose.specification;

import dev.catamaran.compose.phase.Casts;
import dev.catamaran.compose.tree.ScalarKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which texts of a file are numbers and booleans in truth. */
final class CastTable {
  private static final List<String> WHOLE =
      List.of(
          "services.*.cpu_count",
          "services.*.cpu_period",
          "services.*.cpu_quota",
          "services.*.cpu_rt_period",
          "services.*.cpu_rt_runtime",
          "services.*.cpu_shares",
          "services.*.deploy.replicas",
          "services.*.deploy.update_config.parallelism",
          "services.*.deploy.rollback_config.parallelism",
          "services.*.deploy.restart_policy.max_attempts",
          "services.*.deploy.placement.max_replicas_per_node",
          "services.*.healthcheck.retries",
          "services.*.oom_score_adj",
          "services.*.pids_limit",
          "services.*.ports.[].target",
          "services.*.scale",
          "services.*.ulimits.*",
          "services.*.ulimits.*.hard",
          "services.*.ulimits.*.soft");
  private static final List<String> FRACTIONS =
      List.of(
          "services.*.cpu_percent",
          "services.*.cpus",
          "services.*.deploy.update_config.max_failure_ratio",
          "services.*.deploy.rollback_config.max_failure_ratio");
  private static final List<String> FLAGS =
      List.of(
          "services.*.init",
          "services.*.healthcheck.disable",
          "services.*.oom_kill_disable",
          "services.*.privileged",
          "services.*.read_only",
          "services.*.stdin_open",
          "services.*.tty",
          "services.*.volumes.[].read_only",
          "services.*.volumes.[].volume.nocopy",
          "networks.*.external",
          "networks.*.internal",
          "networks.*.attachable",
          "networks.*.enable_ipv4",
          "networks.*.enable_ipv6",
          "volumes.*.external",
          "secrets.*.external",
          "configs.*.external");

  private CastTable() {}

  static Casts casts() {
    Map<String, ScalarKind> kinds = new LinkedHashMap<>();
    WHOLE.forEach(path -> kinds.put(path, ScalarKind.INTEGER));
    FRACTIONS.forEach(path -> kinds.put(path, ScalarKind.FLOAT));
    FLAGS.forEach(path -> kinds.put(path, ScalarKind.BOOLEAN));
    return Casts.of(kinds);
  }
}
