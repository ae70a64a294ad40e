package dev.catamaran.compose.phase;

import static dev.catamaran.compose.phase.KeyRow.dropped;
import static dev.catamaran.compose.phase.KeyRow.handled;
import static dev.catamaran.compose.phase.KeyRow.refused;

import java.util.List;

/** The keys below deploy. */
final class DeployKeys {
  static final List<KeyRow> ROWS =
      List.of(
          handled("services.*.deploy.mode"),
          handled("services.*.deploy.replicas"),
          handled("services.*.deploy.endpoint_mode"),
          handled("services.*.deploy.labels", MergeRule.KEYED),
          handled("services.*.deploy.placement.constraints", MergeRule.UNIQUE),
          dropped(
              "services.*.deploy.placement.preferences",
              "spreading by preference is not handled yet; tasks are spread over all nodes"),
          refused("services.*.deploy.placement.max_replicas_per_node", "it is not handled yet"),
          handled("services.*.deploy.resources.limits.cpus"),
          handled("services.*.deploy.resources.limits.memory"),
          refused("services.*.deploy.resources.limits.pids", "it is not handled yet"),
          handled("services.*.deploy.resources.reservations.cpus"),
          handled("services.*.deploy.resources.reservations.memory"),
          refused("services.*.deploy.resources.reservations.devices", "it is not handled yet"),
          refused(
              "services.*.deploy.resources.reservations.generic_resources",
              "it is not handled yet"),
          handled("services.*.deploy.restart_policy.condition"),
          handled("services.*.deploy.restart_policy.delay"),
          handled("services.*.deploy.restart_policy.max_attempts"),
          handled("services.*.deploy.restart_policy.window"),
          handled("services.*.deploy.update_config.parallelism"),
          handled("services.*.deploy.update_config.delay"),
          handled("services.*.deploy.update_config.failure_action"),
          handled("services.*.deploy.update_config.monitor"),
          handled("services.*.deploy.update_config.max_failure_ratio"),
          handled("services.*.deploy.update_config.order"),
          handled("services.*.deploy.rollback_config.parallelism"),
          handled("services.*.deploy.rollback_config.delay"),
          handled("services.*.deploy.rollback_config.failure_action"),
          handled("services.*.deploy.rollback_config.monitor"),
          handled("services.*.deploy.rollback_config.max_failure_ratio"),
          handled("services.*.deploy.rollback_config.order"));

  private DeployKeys() {}
}
