package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Faults;

/** Short forms to long ones. */
public final class Canonical {
  private Canonical() {}

  /** The file with every attribute in its long form; findings go to {@code faults}. */
  public static Mapping of(Mapping file, Faults faults) {
    return file;
  }
}
