package dev.catamaran.compose.canonical;

import static dev.catamaran.compose.canonical.Form.Value.BYTES;
import static dev.catamaran.compose.canonical.Form.Value.COMMAND;
import static dev.catamaran.compose.canonical.Form.Value.COUNT;
import static dev.catamaran.compose.canonical.Form.Value.ENVIRONMENT;
import static dev.catamaran.compose.canonical.Form.Value.FLAG;
import static dev.catamaran.compose.canonical.Form.Value.HOSTS;
import static dev.catamaran.compose.canonical.Form.Value.LIMITS;
import static dev.catamaran.compose.canonical.Form.Value.OPTIONS;
import static dev.catamaran.compose.canonical.Form.Value.PAIRS;
import static dev.catamaran.compose.canonical.Form.Value.PROBE;
import static dev.catamaran.compose.canonical.Form.Value.REAL;
import static dev.catamaran.compose.canonical.Form.Value.SPAN;
import static dev.catamaran.compose.canonical.Form.Value.TEXT;
import static dev.catamaran.compose.canonical.Form.Value.TEXTS;
import static dev.catamaran.compose.canonical.Form.Value.WHOLE;
import static dev.catamaran.compose.canonical.Form.group;
import static dev.catamaran.compose.canonical.Form.kept;
import static dev.catamaran.compose.canonical.Form.list;
import static dev.catamaran.compose.canonical.Form.named;

import dev.catamaran.compose.canonical.Form.Group;

/** The printed form of a service. */
final class ServiceForm {
  static final Group SERVICE =
      group(
          "profiles", TEXTS,
          "annotations", PAIRS,
          "attach", kept(FLAG),
          "build", BuildForm.BUILD,
          "develop", BuildForm.DEVELOP,
          "blkio_config", blkio(),
          "cap_add", TEXTS,
          "cap_drop", TEXTS,
          "cgroup_parent", TEXT,
          "cgroup", TEXT,
          "cpu_count", WHOLE,
          "cpu_percent", REAL,
          "cpu_period", WHOLE,
          "cpu_quota", WHOLE,
          "cpu_rt_period", WHOLE,
          "cpu_rt_runtime", WHOLE,
          "cpus", REAL,
          "cpuset", TEXT,
          "cpu_shares", WHOLE,
          "command", COMMAND,
          "configs", list(MountForm.GRANT),
          "container_name", TEXT,
          "credential_spec", group("config", TEXT, "file", TEXT, "registry", TEXT),
          "depends_on", named(group("condition", TEXT, "restart", FLAG, "required", kept(FLAG))),
          "deploy", DeployForm.DEPLOY,
          "device_cgroup_rules", TEXTS,
          "devices", list(group("source", TEXT, "target", TEXT, "permissions", TEXT)),
          "dns", TEXTS,
          "dns_opt", TEXTS,
          "dns_search", TEXTS,
          "domainname", TEXT,
          "entrypoint", COMMAND,
          "provider", group("type", TEXT, "options", OPTIONS),
          "environment", ENVIRONMENT,
          "env_file", list(MountForm.ENV_FILE),
          "expose", TEXTS,
          "external_links", TEXTS,
          "extra_hosts", HOSTS,
          "group_add", TEXTS,
          "gpus", list(DeployForm.DEVICE),
          "hostname", TEXT,
          "healthcheck", healthcheck(),
          "image", TEXT,
          "init", kept(FLAG),
          "ipc", TEXT,
          "isolation", TEXT,
          "labels", PAIRS,
          "label_file", TEXTS,
          "links", TEXTS,
          "logging", group("driver", TEXT, "options", PAIRS),
          "mem_limit", BYTES,
          "mem_reservation", BYTES,
          "memswap_limit", BYTES,
          "mem_swappiness", BYTES,
          "mac_address", TEXT,
          "models", named(group("endpoint_var", TEXT, "model_var", TEXT)),
          "network_mode", TEXT,
          "networks", named(MountForm.ATTACHMENT),
          "oom_kill_disable", FLAG,
          "oom_score_adj", WHOLE,
          "pid", TEXT,
          "pids_limit", WHOLE,
          "platform", TEXT,
          "ports", list(MountForm.PORT),
          "privileged", FLAG,
          "pull_policy", TEXT,
          "read_only", FLAG,
          "restart", TEXT,
          "runtime", TEXT,
          "scale", kept(WHOLE),
          "secrets", list(MountForm.GRANT),
          "security_opt", TEXTS,
          "shm_size", BYTES,
          "stdin_open", FLAG,
          "stop_grace_period", kept(SPAN),
          "stop_signal", TEXT,
          "storage_opt", named(TEXT),
          "sysctls", PAIRS,
          "tmpfs", TEXTS,
          "tty", FLAG,
          "ulimits", named(LIMITS),
          "use_api_socket", FLAG,
          "user", TEXT,
          "userns_mode", TEXT,
          "uts", TEXT,
          "volumes", list(MountForm.MOUNT),
          "volumes_from", TEXTS,
          "working_dir", TEXT,
          "post_start", list(BuildForm.hook()),
          "pre_stop", list(BuildForm.hook()));

  private ServiceForm() {}

  private static Group blkio() {
    var rates = list(group("path", kept(TEXT), "rate", kept(BYTES)));
    return group(
        "weight", COUNT,
        "weight_device", list(group("path", kept(TEXT), "weight", kept(COUNT))),
        "device_read_bps", rates,
        "device_read_iops", rates,
        "device_write_bps", rates,
        "device_write_iops", rates);
  }

  private static Group healthcheck() {
    return group(
        "test", PROBE,
        "timeout", kept(SPAN),
        "interval", kept(SPAN),
        "retries", kept(COUNT),
        "start_period", kept(SPAN),
        "start_interval", kept(SPAN),
        "disable", FLAG);
  }
}
