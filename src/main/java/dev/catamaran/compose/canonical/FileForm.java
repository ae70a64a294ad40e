package dev.catamaran.compose.canonical;

import static dev.catamaran.compose.canonical.Form.Value.FLAG;
import static dev.catamaran.compose.canonical.Form.Value.PAIRS;
import static dev.catamaran.compose.canonical.Form.Value.TEXT;
import static dev.catamaran.compose.canonical.Form.Value.TEXTS;
import static dev.catamaran.compose.canonical.Form.Value.WHOLE;
import static dev.catamaran.compose.canonical.Form.group;
import static dev.catamaran.compose.canonical.Form.kept;
import static dev.catamaran.compose.canonical.Form.list;
import static dev.catamaran.compose.canonical.Form.named;
import static dev.catamaran.compose.canonical.Form.services;

import dev.catamaran.compose.canonical.Form.Group;

/** The printed form of a file's top level and what is declared there. */
final class FileForm {
  private static final Group NETWORK =
      group(
          "name", TEXT,
          "driver", TEXT,
          "driver_opts", PAIRS,
          "ipam", ipam(),
          "external", FLAG,
          "internal", FLAG,
          "attachable", FLAG,
          "labels", PAIRS,
          "enable_ipv4", kept(FLAG),
          "enable_ipv6", kept(FLAG));

  private static final Group VOLUME =
      group(
          "name", TEXT,
          "driver", TEXT,
          "driver_opts", PAIRS,
          "external", FLAG,
          "labels", PAIRS);

  /** A config or a secret. */
  private static final Group OBJECT =
      group(
          "name", TEXT,
          "file", TEXT,
          "environment", TEXT,
          "content", TEXT,
          "external", FLAG,
          "labels", PAIRS,
          "driver", TEXT,
          "driver_opts", named(TEXT),
          "template_driver", TEXT);

  private static final Group MODEL =
      group("name", TEXT, "model", TEXT, "context_size", WHOLE, "runtime_flags", TEXTS);

  static final Group FILE =
      group(
          "name", TEXT,
          "services", kept(services(ServiceForm.SERVICE)),
          "networks", named(NETWORK),
          "volumes", named(VOLUME),
          "secrets", named(OBJECT),
          "configs", named(OBJECT),
          "models", named(MODEL));

  private FileForm() {}

  private static Group ipam() {
    var pool =
        group("subnet", TEXT, "gateway", TEXT, "ip_range", TEXT, "aux_addresses", PAIRS)
            .withoutExtensions();
    return group("driver", TEXT, "config", list(pool)).orNothing();
  }
}
