package dev.catamaran.compose.grammar;

import static dev.catamaran.compose.grammar.Shape.any;
import static dev.catamaran.compose.grammar.Shape.flag;
import static dev.catamaran.compose.grammar.Shape.integer;
import static dev.catamaran.compose.grammar.Shape.list;
import static dev.catamaran.compose.grammar.Shape.matching;
import static dev.catamaran.compose.grammar.Shape.named;
import static dev.catamaran.compose.grammar.Shape.nothing;
import static dev.catamaran.compose.grammar.Shape.number;
import static dev.catamaran.compose.grammar.Shape.set;
import static dev.catamaran.compose.grammar.Shape.text;
import static dev.catamaran.compose.grammar.Shape.words;
import static dev.catamaran.compose.grammar.SpecificationFormat.flagOrText;
import static dev.catamaran.compose.grammar.SpecificationFormat.integral;
import static dev.catamaran.compose.grammar.SpecificationFormat.keys;
import static dev.catamaran.compose.grammar.SpecificationFormat.numeric;
import static dev.catamaran.compose.grammar.SpecificationFormat.pairs;
import static dev.catamaran.compose.grammar.SpecificationFormat.textOrList;
import static dev.catamaran.compose.grammar.SpecificationFormat.texts;

/** The Compose Specification: the keys of a service, simple ones here, the rest by reference. */
final class SpecificationService {
  private static final int MOST_OOM = 1000;
  private static final int WHOLE = 100;

  static final Shape SERVICE =
      keys(
          "develop", SpecificationBuild.develop(),
          "deploy", any(SpecificationDeploy.deploy(), nothing()),
          "annotations", pairs(),
          "attach", flagOrText(),
          "build", any(text(), SpecificationBuild.build()),
          "blkio_config", blkio(),
          "cap_add", texts(),
          "cap_drop", texts(),
          "cgroup", words("host", "private"),
          "cgroup_parent", text(),
          "command", command(),
          "configs", files(),
          "container_name", matching("[a-zA-Z0-9][a-zA-Z0-9_.-]+", "web-1"),
          "cpu_count", any(text(), integer(0, Long.MAX_VALUE)),
          "cpu_percent", any(text(), integer(0, WHOLE)),
          "cpu_shares", numeric(),
          "cpu_quota", numeric(),
          "cpu_period", numeric(),
          "cpu_rt_period", numeric(),
          "cpu_rt_runtime", numeric(),
          "cpus", numeric(),
          "cpuset", text(),
          "credential_spec", keys("config", text(), "file", text(), "registry", text()),
          "depends_on", any(texts(), named(Shape.NAME, dependency())),
          "device_cgroup_rules", texts(),
          "devices", list(any(text(), device())),
          "dns", textOrList(),
          "dns_opt", texts(),
          "dns_search", textOrList(),
          "domainname", text(),
          "entrypoint", command(),
          "env_file", any(text(), list(any(text(), envFile()))),
          "label_file", any(text(), list(text())),
          "environment", pairs(),
          "expose", set(any(text(), number())),
          "extends", any(text(), Shape.keys("service", text(), "file", text()).requires("service")),
          "provider", provider(),
          "external_links", texts(),
          "extra_hosts", extraHosts(),
          "gpus", any(words("all"), list(SpecificationDeploy.gpu())),
          "group_add", set(any(text(), number())),
          "healthcheck", healthcheck(),
          "hostname", text(),
          "image", text(),
          "init", flagOrText(),
          "ipc", text(),
          "isolation", text(),
          "labels", pairs(),
          "links", texts(),
          "logging", logging(),
          "mac_address", text(),
          "mem_limit", numeric(),
          "mem_reservation", integral(),
          "mem_swappiness", integral(),
          "memswap_limit", numeric(),
          "network_mode", text(),
          "models", any(texts(), named(Shape.NAME, any(modelUse(), nothing())).opened()),
          "networks", any(texts(), named(Shape.NAME, any(attachment(), nothing()))),
          "oom_kill_disable", flagOrText(),
          "oom_score_adj", any(text(), integer(-MOST_OOM, MOST_OOM)),
          "pid", any(text(), nothing()),
          "pids_limit", numeric(),
          "platform", text(),
          "ports", set(any(number(), text(), port())),
          "post_start", list(SpecificationBuild.hook()),
          "pre_stop", list(SpecificationBuild.hook()),
          "privileged", flagOrText(),
          "profiles", texts(),
          "pull_policy",
              matching(
                  "always|never|build|if_not_present|missing|refresh|daily|weekly"
                      + "|every_([0-9]+[wdhms])+",
                  "always, never, build, missing or every_12h"),
          "pull_refresh_after", text(),
          "read_only", flagOrText(),
          "restart", text(),
          "runtime", text(),
          "scale", integral(),
          "security_opt", texts(),
          "shm_size", numeric(),
          "secrets", files(),
          "sysctls", pairs(),
          "stdin_open", flagOrText(),
          "stop_grace_period", text(),
          "stop_signal", text(),
          "storage_opt", SpecificationFormat.anyMapping(),
          "tmpfs", textOrList(),
          "tty", flagOrText(),
          "ulimits", ulimits(),
          "use_api_socket", flag(),
          "user", text(),
          "uts", text(),
          "userns_mode", text(),
          "volumes", set(any(text(), SpecificationMount.mount())),
          "volumes_from", texts(),
          "working_dir", text());

  private SpecificationService() {}

  static Shape command() {
    return any(nothing(), text(), list(text()));
  }

  /** Grants of configs and secrets. */
  static Shape files() {
    return list(
        any(
            text(),
            keys(
                "source", text(),
                "target", text(),
                "uid", text(),
                "gid", text(),
                "mode", numeric())));
  }

  static Shape ulimits() {
    var both = keys("hard", integral(), "soft", integral()).requires("soft", "hard");
    return named(Shape.LOWER_CASE, any(integer(), text(), both)).opened();
  }

  /** Names and addresses; the mapping may give a list of addresses. */
  static Shape extraHosts() {
    return any(named(Shape.ANY_KEY, any(text(), list(text()))), texts());
  }

  private static Shape blkio() {
    var limit = Shape.keys("path", text(), "rate", any(integer(), text()));
    var weight = Shape.keys("path", text(), "weight", any(integer(), text()));
    return Shape.keys(
        "device_read_bps", list(limit),
        "device_read_iops", list(limit),
        "device_write_bps", list(limit),
        "device_write_iops", list(limit),
        "weight", integral(),
        "weight_device", list(weight));
  }

  private static Shape dependency() {
    return keys(
            "restart", flagOrText(),
            "required", flag(),
            "condition",
                words("service_started", "service_healthy", "service_completed_successfully"))
        .requires("condition");
  }

  private static Shape device() {
    return keys("source", text(), "target", text(), "permissions", text()).requires("source");
  }

  private static Shape envFile() {
    return Shape.keys("path", text(), "format", text(), "required", flagOrText()).requires("path");
  }

  private static Shape provider() {
    var option = any(text(), number(), flag(), list(any(text(), number(), flag())));
    return keys("type", text(), "options", named(Shape.ANY_KEY, option)).requires("type");
  }

  private static Shape healthcheck() {
    return keys(
        "disable", flagOrText(),
        "interval", text(),
        "retries", numeric(),
        "test", any(text(), list(text())),
        "timeout", text(),
        "start_period", text(),
        "start_interval", text());
  }

  private static Shape logging() {
    return keys(
        "driver", text(),
        "options", named(Shape.ANY_KEY, any(text(), number(), nothing())));
  }

  private static Shape modelUse() {
    return keys("endpoint_var", text(), "model_var", text());
  }

  private static Shape attachment() {
    return keys(
        "aliases", texts(),
        "interface_name", text(),
        "ipv4_address", text(),
        "ipv6_address", text(),
        "link_local_ips", texts(),
        "mac_address", text(),
        "driver_opts", SpecificationFormat.driverOptions(),
        "priority", number(),
        "gw_priority", number());
  }

  private static Shape port() {
    return keys(
        "name", text(),
        "mode", text(),
        "host_ip", text(),
        "target", integral(),
        "published", integral(),
        "protocol", text(),
        "app_protocol", text());
  }
}
