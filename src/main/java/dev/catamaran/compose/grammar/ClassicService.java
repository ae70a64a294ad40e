package dev.catamaran.compose.grammar;

import static dev.catamaran.compose.grammar.ClassicFormat.driverOptions;
import static dev.catamaran.compose.grammar.ClassicFormat.extendable;
import static dev.catamaran.compose.grammar.ClassicFormat.files;
import static dev.catamaran.compose.grammar.ClassicFormat.pairs;
import static dev.catamaran.compose.grammar.ClassicFormat.textOrList;
import static dev.catamaran.compose.grammar.ClassicFormat.texts;
import static dev.catamaran.compose.grammar.Shape.any;
import static dev.catamaran.compose.grammar.Shape.flag;
import static dev.catamaran.compose.grammar.Shape.integer;
import static dev.catamaran.compose.grammar.Shape.keys;
import static dev.catamaran.compose.grammar.Shape.list;
import static dev.catamaran.compose.grammar.Shape.named;
import static dev.catamaran.compose.grammar.Shape.nothing;
import static dev.catamaran.compose.grammar.Shape.number;
import static dev.catamaran.compose.grammar.Shape.set;
import static dev.catamaran.compose.grammar.Shape.since;
import static dev.catamaran.compose.grammar.Shape.text;
import static dev.catamaran.compose.grammar.Shape.value;

import dev.catamaran.compose.grammar.Shape.Keys;
import dev.catamaran.compose.tree.ScalarKind;

/** The classic format: the keys of a service. */
final class ClassicService {
  static final Shape SERVICE =
      extendable(
          keys(
              "deploy", any(ClassicDeploy.deploy(), nothing()),
              "build", any(text(), since(11, build().opened()), build()),
              "cap_add", texts(),
              "cap_drop", texts(),
              "cgroupns_mode", since(9, text()),
              "cgroup_parent", text(),
              "command", command(),
              "configs", since(3, files()),
              "container_name", text(),
              "credential_spec",
                  since(3, keys("config", since(8, text()), "file", text(), "registry", text())),
              "depends_on", texts(),
              "devices", texts(),
              "dns", textOrList(),
              "dns_search", textOrList(),
              "domainname", text(),
              "entrypoint", command(),
              "env_file", textOrList(),
              "environment", pairs(),
              "expose", set(any(text(), number())),
              "external_links", texts(),
              "extra_hosts", pairs(),
              "healthcheck", healthcheck(),
              "hostname", text(),
              "image", text(),
              "init", since(7, flag()),
              "ipc", text(),
              "isolation", since(5, text()),
              "labels", pairs(),
              "links", texts(),
              "logging", logging(),
              "mac_address", text(),
              "network_mode", text(),
              "networks", any(texts(), named(Shape.NAME, any(attachment(), nothing()))),
              "pid", any(text(), nothing()),
              "ports", set(any(number(), text(), since(2, port()))),
              "privileged", flag(),
              "read_only", flag(),
              "restart", text(),
              "security_opt", texts(),
              "shm_size", any(number(), text()),
              "secrets", since(1, files()),
              "sysctls", pairs(),
              "stdin_open", flag(),
              "stop_grace_period", text(),
              "stop_signal", text(),
              "tmpfs", textOrList(),
              "tty", flag(),
              "ulimits", ulimits(),
              "oom_score_adj", since(13, integer()),
              "user", text(),
              "userns_mode", text(),
              // Equal volumes have been allowed ever since there is a long form.
              "volumes",
                  any(since(2, list(any(text(), mount()))), set(any(text(), since(2, mount())))),
              "working_dir", text()));

  private ClassicService() {}

  private static Shape command() {
    return any(text(), list(text()));
  }

  private static Keys build() {
    return keys(
        "context", text(),
        "dockerfile", text(),
        "args", pairs(),
        "labels", since(3, pairs()),
        "cache_from", since(2, texts()),
        "network", since(4, text()),
        "target", since(4, text()),
        "shm_size", since(5, any(integer(), text())),
        "extra_hosts", since(9, pairs()));
  }

  private static Shape healthcheck() {
    return keys(
        "disable", flag(),
        "interval", text(),
        "retries", number(),
        "test", command(),
        "timeout", text(),
        "start_period", since(4, text()),
        "start_interval", since(12, text()));
  }

  private static Shape logging() {
    var options =
        named(
            Shape.ANY_KEY,
            value(
                ScalarKind.STRING,
                ScalarKind.INTEGER,
                ScalarKind.FLOAT,
                ScalarKind.DATE,
                ScalarKind.NULL));
    return keys("driver", text(), "options", options.opened());
  }

  private static Shape attachment() {
    return keys(
        "aliases", texts(),
        "driver_opts", since(13, driverOptions()),
        "ipv4_address", text(),
        "ipv6_address", text());
  }

  private static Shape port() {
    return keys("mode", text(), "target", integer(), "published", integer(), "protocol", text());
  }

  private static Shape ulimits() {
    var both = keys("hard", integer(), "soft", integer()).requires("soft", "hard");
    return named(Shape.LOWER_CASE, any(integer(), both)).opened();
  }

  /** The format forgets to forbid other keys under bind, volume and tmpfs. */
  private static Shape mount() {
    return keys(
            "type", text(),
            "source", text(),
            "target", text(),
            "read_only", flag(),
            "consistency", text(),
            "bind", keys("propagation", text()).opened(),
            "volume", keys("nocopy", flag()).opened(),
            "tmpfs", since(6, keys("size", integer(0, Long.MAX_VALUE)).opened()))
        .requires("type");
  }
}
