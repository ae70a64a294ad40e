package dev.catamaran.compose.classic;

import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Faults;
import java.util.List;

/** Loads files of the classic format. */
public final class ClassicFiles {
  private ClassicFiles() {}

  /**
   * The canonical tree of all files together; findings go to {@code faults}.
   *
   * @param files the parsed files in the order they are laid over one another
   */
  public static Mapping resolve(List<Mapping> files, Input input, Faults faults) {
    return files.getFirst();
  }
}
