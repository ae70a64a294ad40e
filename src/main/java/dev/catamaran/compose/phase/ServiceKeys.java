package dev.catamaran.compose.phase;

import static dev.catamaran.compose.phase.KeyRow.dropped;
import static dev.catamaran.compose.phase.KeyRow.handled;
import static dev.catamaran.compose.phase.KeyRow.ignored;
import static dev.catamaran.compose.phase.KeyRow.noted;
import static dev.catamaran.compose.phase.KeyRow.refused;

import java.util.List;

/** The keys directly below a service, without deploy. */
final class ServiceKeys {
  static final List<KeyRow> ROWS =
      List.of(
          handled("services.*.image"),
          handled("services.*.command", MergeRule.REPLACE),
          handled("services.*.entrypoint", MergeRule.REPLACE),
          handled("services.*.environment", MergeRule.KEYED),
          handled("services.*.env_file", MergeRule.UNIQUE),
          handled("services.*.ports", MergeRule.PORTS),
          handled("services.*.volumes", MergeRule.TARGETS),
          handled("services.*.configs", MergeRule.TARGETS),
          handled("services.*.secrets", MergeRule.TARGETS),
          handled("services.*.networks", MergeRule.NAMED),
          handled("services.*.labels", MergeRule.KEYED),
          handled("services.*.depends_on", MergeRule.NAMED),
          handled("services.*.profiles", MergeRule.UNIQUE),
          handled("services.*.tmpfs", MergeRule.UNIQUE),
          handled("services.*.platform"),
          handled("services.*.isolation"),
          handled("services.*.hostname"),
          handled("services.*.user"),
          handled("services.*.working_dir"),
          handled("services.*.stop_grace_period"),
          handled("services.*.scale"),
          handled("services.*.mem_limit"),
          handled("services.*.mem_reservation"),
          handled("services.*.cpus"),
          handled("services.*.links", MergeRule.UNIQUE),
          ignored(
              "services.*.build",
              "an engine does not build when a service is deployed",
              "build and push the image first, and name it in image:"),
          ignored(
              "services.*.container_name",
              "a Swarm service has many containers, and names them itself",
              "reach the service by its own name, or give it aliases below networks:"),
          ignored(
              "services.*.restart",
              "Swarm goes by deploy.restart_policy, and restarts always by default",
              "write deploy.restart_policy.condition"),
          noted("services.*.expose", "services on one network reach all ports of one another"),
          ignored(
              "services.*.external_links",
              "Swarm has no links",
              "put both services on one external network"),
          ignored("services.*.domainname", "Swarm does not carry it", "write it in hostname:"),
          ignored("services.*.ipc", "Swarm does not carry it"),
          ignored("services.*.pid", "Swarm does not carry it"),
          ignored("services.*.uts", "Swarm does not carry it"),
          ignored("services.*.cgroup", "Swarm does not carry it"),
          ignored("services.*.cgroup_parent", "Swarm does not carry it"),
          ignored("services.*.userns_mode", "Swarm does not carry it"),
          ignored("services.*.mac_address", "Swarm gives each task its own address"),
          ignored(
              "services.*.privileged",
              "Swarm has no privileged services",
              "name the capabilities it needs in cap_add:"),
          ignored(
              "services.*.network_mode",
              "a Swarm service is on the networks that networks: names",
              "for the node's own network name the external network \"host\""),
          ignored("services.*.security_opt", "Swarm does not carry it"),
          ignored("services.*.devices", "Swarm does not carry devices to a node"),
          ignored("services.*.device_cgroup_rules", "Swarm does not carry it"),
          ignored(
              "services.*.shm_size",
              "Swarm does not carry it",
              "mount a tmpfs at /dev/shm below volumes:"),
          ignored("services.*.blkio_config", "Swarm does not carry it"),
          ignored("services.*.cpu_count", "Swarm does not carry it", "write deploy.resources"),
          ignored("services.*.cpu_percent", "Swarm does not carry it", "write deploy.resources"),
          ignored("services.*.cpu_shares", "Swarm does not carry it", "write deploy.resources"),
          ignored("services.*.cpu_quota", "Swarm does not carry it", "write deploy.resources"),
          ignored("services.*.cpu_period", "Swarm does not carry it", "write deploy.resources"),
          ignored("services.*.cpu_rt_period", "Swarm does not carry it"),
          ignored("services.*.cpu_rt_runtime", "Swarm does not carry it"),
          ignored("services.*.cpuset", "Swarm does not carry it"),
          ignored("services.*.mem_swappiness", "Swarm does not carry it"),
          ignored("services.*.memswap_limit", "Swarm does not carry it"),
          ignored("services.*.oom_kill_disable", "Swarm does not carry it"),
          ignored("services.*.runtime", "Swarm uses the runtime of the node"),
          ignored("services.*.storage_opt", "Swarm does not carry it"),
          ignored(
              "services.*.volume_driver",
              "it belongs to an older format",
              "write driver: at the volume, below volumes: of the file"),
          noted("services.*.attach", "it only concerns the terminal of docker compose"),
          noted("services.*.develop", "it only concerns docker compose watch"),
          noted("services.*.pull_policy", "the nodes pull what they do not have"),
          noted("services.*.pull_refresh_after", "the nodes pull what they do not have"),
          noted("services.*.annotations", "Swarm has labels only", "write labels:"),
          dropped(
              "services.*.logging",
              "log drivers are not handled yet; the nodes' own log driver is used"),
          dropped("services.*.stdin_open", "nobody types into a Swarm service"),
          dropped("services.*.oom_score_adj", "it is not handled yet"),
          refused("services.*.tty", "terminals are not handled yet", "leave it out"),
          refused("services.*.init", "init processes are not handled yet", "leave it out"),
          refused("services.*.stop_signal", "stop signals are not handled yet"),
          refused("services.*.read_only", "read-only containers are not handled yet"),
          refused("services.*.cap_add", "capabilities are not handled yet"),
          refused("services.*.cap_drop", "capabilities are not handled yet"),
          refused("services.*.sysctls", "kernel parameters are not handled yet"),
          refused("services.*.ulimits", "limits of this kind are not handled yet"),
          refused("services.*.pids_limit", "limits of this kind are not handled yet"),
          refused("services.*.group_add", "further groups are not handled yet"),
          refused("services.*.dns", "name servers are not handled yet"),
          refused("services.*.dns_opt", "name servers are not handled yet"),
          refused("services.*.dns_search", "name servers are not handled yet"),
          refused("services.*.extra_hosts", "entries of the hosts file are not handled yet"),
          refused("services.*.credential_spec", "credential specs are not handled yet"),
          refused("services.*.gpus", "devices are not handled yet"),
          refused("services.*.label_file", "label files are not handled yet", "write labels:"),
          refused(
              "services.*.extends",
              "services are not extended yet",
              "write the other service's keys here, or use a YAML anchor"),
          refused("services.*.volumes_from", "Swarm does not share mounts", "write volumes:"),
          refused("services.*.models", "models are not handled yet"),
          refused("services.*.provider", "providers are not handled yet"),
          refused("services.*.post_start", "hooks are not handled yet"),
          refused("services.*.pre_stop", "hooks are not handled yet"),
          refused("services.*.use_api_socket", "it is not handled yet", "mount the socket"));

  private ServiceKeys() {}
}
