package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Faults;

/** What becomes of the one tree once all files are in it. */
public final class Finished {
  private Finished() {}

  /** The printed tree. */
  public static Mapping of(Mapping merged, Context context, Faults faults) {
    return Settled.of(merged, context, faults);
  }
}
