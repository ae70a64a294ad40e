package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Faults;
import java.util.List;

/** Devices of the host: mapped ones, and those that are asked for by what they can do. */
final class Devices {
  private static final String COUNT = "count";
  private static final String ALL = "all";
  private static final int PARTS = 3;

  private Devices() {}

  /** {@code source[:target[:permissions]]}. */
  static YamlNode longForm(YamlNode node, Faults faults) {
    if (!(node instanceof Scalar scalar)) {
      return node;
    }
    var parts = scalar.asText().split(":", -1);
    if (parts.length > PARTS) {
      faults.invalid(
          scalar.where(),
          "the device \"" + scalar.text() + "\" has too many colons",
          "write source:, target: and permissions: on lines of their own");
      return node;
    }
    boolean named = parts.length > 1 && !parts[1].isEmpty();
    var where = scalar.where();
    return Made.mapping(
        where,
        Made.entry("source", Made.text(parts[0], where)),
        Made.entry("target", Made.text(named ? parts[1] : parts[0], where)),
        Made.entry("permissions", Made.text(parts.length == PARTS ? parts[2] : "rwm", where)));
  }

  static YamlNode allGpus(YamlNode node, Faults faults) {
    return node instanceof Scalar s
        ? Made.list(
            s.where(),
            List.of(Made.mapping(s.where(), Made.entry(COUNT, Made.text(ALL, s.where())))))
        : node;
  }

  /** Who says neither how many nor which ones wants all of them. */
  static YamlNode requestDefaults(YamlNode node, Faults faults) {
    return node instanceof Mapping request && request.entry("device_ids").isEmpty()
        ? Made.putIfAbsent(request, COUNT, Made.text(ALL, request.where()))
        : node;
  }

  static YamlNode checkRequest(YamlNode node, Faults faults) {
    if (node instanceof Mapping request && request.entry("device_ids").isPresent()) {
      request
          .entry(COUNT)
          .ifPresent(count ->
              faults.invalid(
                  count.key().where(),
                  "count and device_ids exclude each other",
                  "remove one of the two"));
    }
    return node;
  }
}
