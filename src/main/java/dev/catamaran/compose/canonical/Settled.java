package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Faults;

/** One file set in its long form, settled where it stands. */
public final class Settled {
  private Settled() {}

  public static Mapping of(Mapping file, Context context, Faults faults) {
    return RelativePaths.resolved(file, context.directory(), context.home());
  }
}
