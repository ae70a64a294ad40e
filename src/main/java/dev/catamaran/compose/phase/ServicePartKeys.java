package dev.catamaran.compose.phase;

import static dev.catamaran.compose.phase.KeyRow.dropped;
import static dev.catamaran.compose.phase.KeyRow.handled;
import static dev.catamaran.compose.phase.KeyRow.ignored;
import static dev.catamaran.compose.phase.KeyRow.noted;
import static dev.catamaran.compose.phase.KeyRow.refused;

import java.util.List;

/** The keys inside a service's attributes. */
final class ServicePartKeys {
  static final List<KeyRow> ROWS =
      List.of(
          handled("services.*.healthcheck.test", MergeRule.REPLACE),
          handled("services.*.healthcheck.disable"),
          handled("services.*.healthcheck.interval"),
          handled("services.*.healthcheck.timeout"),
          handled("services.*.healthcheck.retries"),
          handled("services.*.healthcheck.start_period"),
          dropped(
              "services.*.healthcheck.start_interval",
              "it is not handled yet; interval holds from the start"),
          handled("services.*.env_file.[].path"),
          handled("services.*.env_file.[].required"),
          handled("services.*.env_file.[].format"),
          handled("services.*.ports.[].target"),
          handled("services.*.ports.[].published"),
          handled("services.*.ports.[].host_ip"),
          handled("services.*.ports.[].protocol"),
          handled("services.*.ports.[].mode"),
          noted("services.*.ports.[].name", "it is a name for people"),
          noted("services.*.ports.[].app_protocol", "no engine acts on it"),
          handled("services.*.volumes.[].type"),
          handled("services.*.volumes.[].source"),
          handled("services.*.volumes.[].target"),
          handled("services.*.volumes.[].read_only"),
          noted("services.*.volumes.[].consistency", "it only concerns Docker Desktop"),
          refused("services.*.volumes.[].bind.propagation", "propagation is not handled yet"),
          ignored(
              "services.*.volumes.[].bind.create_host_path",
              "Swarm never creates the path on the node",
              "create it on every node that may hold the service"),
          ignored("services.*.volumes.[].bind.selinux", "Swarm does not carry it"),
          refused("services.*.volumes.[].bind.recursive", "it is not handled yet"),
          refused("services.*.volumes.[].volume.nocopy", "it is not handled yet"),
          refused("services.*.volumes.[].volume.subpath", "it is not handled yet"),
          refused("services.*.volumes.[].volume.labels", "it is not handled yet"),
          refused("services.*.volumes.[].tmpfs.size", "the size of a tmpfs is not handled yet"),
          refused("services.*.volumes.[].tmpfs.mode", "the mode of a tmpfs is not handled yet"),
          refused("services.*.volumes.[].image.subpath", "mounted images are not handled yet"),
          handled("services.*.configs.[].source"),
          handled("services.*.configs.[].target"),
          handled("services.*.configs.[].uid"),
          handled("services.*.configs.[].gid"),
          handled("services.*.configs.[].mode"),
          handled("services.*.secrets.[].source"),
          handled("services.*.secrets.[].target"),
          handled("services.*.secrets.[].uid"),
          handled("services.*.secrets.[].gid"),
          handled("services.*.secrets.[].mode"),
          handled("services.*.networks.*.aliases", MergeRule.UNIQUE),
          ignored(
              "services.*.networks.*.ipv4_address",
              "a Swarm service has many tasks, and each has its own address"),
          ignored(
              "services.*.networks.*.ipv6_address",
              "a Swarm service has many tasks, and each has its own address"),
          ignored("services.*.networks.*.link_local_ips", "Swarm does not carry it"),
          ignored("services.*.networks.*.mac_address", "Swarm does not carry it"),
          ignored("services.*.networks.*.interface_name", "Swarm does not carry it"),
          noted("services.*.networks.*.priority", "it only concerns docker compose"),
          noted("services.*.networks.*.gw_priority", "it only concerns docker compose"),
          refused("services.*.networks.*.driver_opts", "options of this kind are not handled yet"),
          handled("services.*.depends_on.*.condition"),
          handled("services.*.depends_on.*.required"),
          noted("services.*.depends_on.*.restart", "it only concerns docker compose"));

  private ServicePartKeys() {}
}
