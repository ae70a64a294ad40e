package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import java.util.List;

/** {@code env_file:}, one or several, each a path or more than that. */
final class EnvFiles {
  private static final String REQUIRED = "required";

  private EnvFiles() {}

  static YamlNode longForm(YamlNode node, Faults faults) {
    return switch (node) {
      case Sequence several ->
          Made.list(several.where(), several.items().stream().map(EnvFiles::one).toList());
      case Mapping other -> other;
      case Scalar path -> Made.list(path.where(), List.of(one(path)));
    };
  }

  private static YamlNode one(YamlNode node) {
    return switch (node) {
      case Mapping file -> Made.putIfAbsent(file, REQUIRED, Made.flag(true, file.where()));
      case Scalar path ->
          Made.mapping(
              path.where(),
              Made.entry("path", path),
              Made.entry(REQUIRED, Made.flag(true, path.where())));
      case Sequence other -> other;
    };
  }
}
