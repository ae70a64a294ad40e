package dev.catamaran.compose.canonical;

import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Faults;
import java.util.Map;
import java.util.Optional;

/** What becomes of the one tree once all files are in it. */
public final class Finished {
  private Finished() {}

  /**
   * What the tree is finished with.
   *
   * @param project empty for included files, whose names are not known yet
   * @param directory absolute; relative paths start here
   * @param environment what bare names stand for
   * @param home what {@code ~} stands for
   */
  public record Context(
      String project,
      String directory,
      Map<String, String> environment,
      Optional<String> home,
      Input input) {}

  /** The printed tree. */
  public static Mapping of(Mapping merged, Context context, Faults faults) {
    return merged;
  }

  /** Included files' tree, ready to become part of another: defaults, paths and variables in. */
  public static Mapping imported(Mapping merged, Context context, Faults faults) {
    return RelativePaths.resolved(merged, context.directory(), context.home());
  }
}
