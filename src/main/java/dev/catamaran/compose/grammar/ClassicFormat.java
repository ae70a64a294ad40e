package dev.catamaran.compose.grammar;

import static dev.catamaran.compose.grammar.Shape.any;
import static dev.catamaran.compose.grammar.Shape.flag;
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

/**
 * The classic format, versions 3.0 to 3.13: a file's top level, and what is declared there. What
 * has no version in front is as old as 3.0.
 */
final class ClassicFormat {
  private static final Version ROOT_EXTENSIONS = new Version(4);
  private static final Version EXTENSIONS = new Version(7);

  static final Shape FILE =
      keys(
              "version", text(),
              "services", named(Shape.NAME, ClassicService.SERVICE),
              "networks", named(Shape.NAME, any(network(), nothing())).opened(),
              "volumes", named(Shape.NAME, any(volume(), nothing())),
              "secrets", since(1, named(Shape.NAME, secret())),
              "configs", since(3, named(Shape.NAME, config())))
          .extendable(ROOT_EXTENSIONS);

  private ClassicFormat() {}

  /** Takes {@code x-} keys as most mappings do. */
  static Keys extendable(Keys keys) {
    return keys.extendable(EXTENSIONS);
  }

  static Shape textOrList() {
    return any(text(), texts());
  }

  /** A list of texts, none of them twice. */
  static Shape texts() {
    return set(text());
  }

  /** {@code KEY=value} pairs in either form; a date counts as text there, a boolean does not. */
  static Shape pairs() {
    return any(
        named(
            Shape.ANY_KEY,
            value(
                ScalarKind.STRING,
                ScalarKind.INTEGER,
                ScalarKind.FLOAT,
                ScalarKind.DATE,
                ScalarKind.NULL)),
        texts());
  }

  static Shape driverOptions() {
    return named(
            Shape.ANY_KEY,
            value(ScalarKind.STRING, ScalarKind.INTEGER, ScalarKind.FLOAT, ScalarKind.DATE))
        .opened();
  }

  private static Shape network() {
    return extendable(
        keys(
            "name", since(5, text()),
            "driver", text(),
            "driver_opts", driverOptions(),
            "ipam", keys("driver", text(), "config", list(keys("subnet", text()))),
            "external", any(flag(), keys("name", text())),
            "internal", flag(),
            "attachable", since(2, flag()),
            "labels", pairs()));
  }

  private static Shape volume() {
    return extendable(
        keys(
            "name", since(4, text()),
            "driver", text(),
            "driver_opts", driverOptions(),
            "external", any(flag(), keys("name", text())),
            "labels", pairs(),
            "x-cluster-spec",
                any(since(10, clusterVolume()), since(EXTENSIONS.minor(), Shape.anything()))));
  }

  private static Shape clusterVolume() {
    var topologies = list(keys("segments", pairs()).opened());
    var mount = keys("fs_type", text(), "mount_flags", list(text())).opened();
    return keys(
            "group", text(),
            "access_mode",
                keys(
                        "scope", text(),
                        "sharing", text(),
                        "block_volume", keys().opened(),
                        "mount_volume", mount)
                    .opened(),
            "accessibility_requirements",
                keys("requisite", topologies, "preferred", topologies).opened(),
            "capacity_range", keys("required_bytes", text(), "limit_bytes", text()).opened(),
            "availability", text())
        .opened();
  }

  /** Where the format forgets to forbid other keys beside {@code name}. */
  private static Shape looseExternal() {
    return any(flag(), keys("name", text()).opened());
  }

  private static Shape secret() {
    return extendable(
        keys(
            "name", since(5, text()),
            "file", text(),
            "external", looseExternal(),
            "labels", pairs(),
            "driver", since(8, text()),
            "driver_opts", since(8, driverOptions()),
            "template_driver", since(8, text())));
  }

  private static Shape config() {
    return extendable(
        keys(
            "name", since(5, text()),
            "file", text(),
            "external", looseExternal(),
            "labels", pairs(),
            "template_driver", since(8, text())));
  }

  /** Grants of configs and secrets; the format forgets to forbid other keys. */
  static Shape files() {
    var grant =
        keys("source", text(), "target", text(), "uid", text(), "gid", text(), "mode", number());
    return list(any(text(), grant.opened()));
  }
}
