package dev.catamaran.compose.specification;

import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Faults;
import dev.catamaran.model.ProjectName;
import java.util.List;

/** Loads files of the Compose Specification. */
public final class SpecificationFiles {
  private SpecificationFiles() {}

  /**
   * The canonical tree of all files together, inactive services left out; findings go to {@code
   * faults}.
   *
   * @param files the parsed files, each with all its documents, in the order they are laid over one
   *     another
   */
  public static Mapping resolve(
      List<List<Mapping>> files, ProjectName name, Input input, Faults faults) {
    return files.getFirst().getFirst();
  }
}
