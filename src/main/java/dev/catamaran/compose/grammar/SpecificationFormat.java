package dev.catamaran.compose.grammar;

import static dev.catamaran.compose.grammar.Shape.any;
import static dev.catamaran.compose.grammar.Shape.anything;
import static dev.catamaran.compose.grammar.Shape.flag;
import static dev.catamaran.compose.grammar.Shape.integer;
import static dev.catamaran.compose.grammar.Shape.list;
import static dev.catamaran.compose.grammar.Shape.named;
import static dev.catamaran.compose.grammar.Shape.nothing;
import static dev.catamaran.compose.grammar.Shape.number;
import static dev.catamaran.compose.grammar.Shape.text;

import dev.catamaran.compose.grammar.Shape.Keys;

/** The Compose Specification: a file's top level, and what is declared there. */
final class SpecificationFormat {
  private static final Version ALWAYS = new Version(0);

  static final Shape FILE =
      keys(
          "version", text(),
          "name", text(),
          "include", list(any(text(), include())),
          "services", named(Shape.NAME, SpecificationService.SERVICE),
          "models", named(Shape.NAME, model()).opened(),
          "networks", named(Shape.NAME, any(network(), nothing())).opened(),
          "volumes", named(Shape.NAME, any(volume(), nothing())),
          "secrets", named(Shape.NAME, secret()),
          "configs", named(Shape.NAME, config()));

  private SpecificationFormat() {}

  /** A mapping that also takes {@code x-} keys, as nearly all of the Specification's do. */
  static Keys keys(Object... namesAndShapes) {
    return Shape.keys(namesAndShapes).extendable(ALWAYS);
  }

  /** A number, or the same as text. */
  static Shape numeric() {
    return any(number(), text());
  }

  static Shape integral() {
    return any(integer(), text());
  }

  static Shape flagOrText() {
    return any(flag(), text());
  }

  static Shape textOrList() {
    return any(text(), texts());
  }

  /** A list of texts, none of them twice. */
  static Shape texts() {
    return Shape.set(text());
  }

  /** {@code KEY=value} pairs in either form. */
  static Shape pairs() {
    return any(named(Shape.ANY_KEY, any(text(), number(), flag(), nothing())), texts());
  }

  static Shape driverOptions() {
    return named(Shape.ANY_KEY, any(text(), number()));
  }

  private static Shape include() {
    return Shape.keys("path", textOrList(), "env_file", textOrList(), "project_directory", text());
  }

  private static Shape model() {
    return keys(
            "name", text(),
            "model", text(),
            "context_size", integer(),
            "runtime_flags", list(text()))
        .requires("model");
  }

  private static Shape network() {
    return keys(
        "name", text(),
        "driver", text(),
        "driver_opts", driverOptions(),
        "ipam", ipam(),
        "external", external(),
        "internal", flagOrText(),
        "enable_ipv4", flagOrText(),
        "enable_ipv6", flagOrText(),
        "attachable", flagOrText(),
        "labels", pairs());
  }

  private static Shape ipam() {
    var pool =
        keys(
            "subnet", text(),
            "ip_range", text(),
            "gateway", text(),
            "aux_addresses", named(Shape.ANY_KEY, text()));
    return keys("driver", text(), "config", list(pool), "options", named(Shape.ANY_KEY, text()));
  }

  private static Shape volume() {
    return keys(
        "name", text(),
        "driver", text(),
        "driver_opts", driverOptions(),
        "external", external(),
        "labels", pairs());
  }

  private static Shape external() {
    return any(flag(), text(), keys("name", text()));
  }

  /** Where the Specification forgets to forbid other keys beside {@code name}. */
  private static Shape looseExternal() {
    return any(flag(), text(), Shape.keys("name", text()).opened());
  }

  private static Shape secret() {
    return keys(
        "name", text(),
        "environment", text(),
        "file", text(),
        "external", looseExternal(),
        "labels", pairs(),
        "driver", text(),
        "driver_opts", driverOptions(),
        "template_driver", text());
  }

  private static Shape config() {
    return keys(
        "name", text(),
        "content", text(),
        "environment", text(),
        "file", text(),
        "external", looseExternal(),
        "labels", pairs(),
        "template_driver", text());
  }

  /** A mapping nobody looks into. */
  static Shape anyMapping() {
    return named(Shape.ANY_KEY, anything());
  }
}
