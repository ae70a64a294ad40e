package dev.catamaran.compose.canonical;

import static dev.catamaran.compose.canonical.Form.Value.BYTES;
import static dev.catamaran.compose.canonical.Form.Value.COUNT;
import static dev.catamaran.compose.canonical.Form.Value.FLAG;
import static dev.catamaran.compose.canonical.Form.Value.MODE;
import static dev.catamaran.compose.canonical.Form.Value.PAIRS;
import static dev.catamaran.compose.canonical.Form.Value.TEXT;
import static dev.catamaran.compose.canonical.Form.Value.TEXTS;
import static dev.catamaran.compose.canonical.Form.Value.WHOLE;
import static dev.catamaran.compose.canonical.Form.group;
import static dev.catamaran.compose.canonical.Form.kept;

import dev.catamaran.compose.canonical.Form.Group;

/** The printed form of what connects a service to the world: mounts, grants, networks, ports. */
final class MountForm {
  static final Group MOUNT =
      group(
          "type", TEXT,
          "source", TEXT,
          "target", TEXT,
          "read_only", FLAG,
          "consistency", TEXT,
          "bind",
              group(
                  "selinux",
                  TEXT,
                  "propagation",
                  TEXT,
                  "create_host_path",
                  FLAG,
                  "recursive",
                  TEXT),
          "volume", group("labels", PAIRS, "nocopy", FLAG, "subpath", TEXT),
          "tmpfs", group("size", BYTES, "mode", COUNT),
          "image", group("subpath", TEXT));

  /** Of a config or secret. */
  static final Group GRANT =
      group("source", TEXT, "target", TEXT, "uid", TEXT, "gid", TEXT, "mode", kept(MODE));

  static final Group ATTACHMENT =
      group(
          "aliases", TEXTS,
          "driver_opts", PAIRS,
          "gw_priority", WHOLE,
          "interface_name", TEXT,
          "ipv4_address", TEXT,
          "ipv6_address", TEXT,
          "link_local_ips", TEXTS,
          "mac_address", TEXT,
          "priority", WHOLE);

  static final Group PORT =
      group(
          "name", TEXT,
          "mode", TEXT,
          "host_ip", TEXT,
          "target", COUNT,
          "published", TEXT,
          "protocol", TEXT,
          "app_protocol", TEXT);

  static final Group ENV_FILE =
      group("path", TEXT, "required", kept(FLAG), "format", TEXT).withoutExtensions();

  private MountForm() {}
}
