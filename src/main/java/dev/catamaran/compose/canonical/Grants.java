package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Faults;

/** What a service gets of the configs and secrets; the short form is the name alone. */
final class Grants {
  private static final String SOURCE = "source";

  private Grants() {}

  static YamlNode longForm(YamlNode node, Faults faults) {
    return node instanceof Scalar s ? Made.mapping(s.where(), Made.entry(SOURCE, s)) : node;
  }

  /** A secret lies in a directory of its own, a config where the engine puts it. */
  static YamlNode secretDefaults(YamlNode node, Faults faults) {
    return node instanceof Mapping grant
        ? Made.putIfAbsent(
            grant, "target", Made.text("/run/secrets/" + Found.text(grant, SOURCE), grant.where()))
        : node;
  }
}
