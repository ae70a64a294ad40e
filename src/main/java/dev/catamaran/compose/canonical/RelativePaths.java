package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Mapping;
import java.util.Optional;

/** Relative paths to absolute ones. */
public final class RelativePaths {
  private RelativePaths() {}

  public static Mapping resolved(Mapping file, String directory, Optional<String> home) {
    return file;
  }
}
