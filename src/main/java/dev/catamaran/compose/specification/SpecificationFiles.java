package dev.catamaran.compose.specification;

import dev.catamaran.compose.canonical.Finished;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.specification.Reading.ComposeFile;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.ProjectName;
import java.util.ArrayList;
import java.util.List;

/** Loads files of the Compose Specification. */
public final class SpecificationFiles {
  private static final String PROJECT_NAME = "COMPOSE_PROJECT_NAME";

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
    var variables = input.variables().with(PROJECT_NAME, name.text()).all();
    var reading = new Reading(input, faults);
    var parsed = new ArrayList<ComposeFile>();
    for (int i = 0; i < files.size(); i++) {
      parsed.add(new ComposeFile(input.sources().get(i).name(), files.get(i)));
    }
    var scope = new Scope(input.directory(), variables, List.of());
    var model = new Model(reading, scope).of(parsed);
    if (model.entries().isEmpty()) {
      sayNothing(model, faults);
      return model;
    }
    var context = reading.context(name.text(), scope);
    return withServices(
        input.interpolate()
            ? Finished.of(model, context, faults.later())
            : Finished.plain(model, context, faults.later()));
  }

  /** What was left out for its faults has been told. */
  private static void sayNothing(Mapping model, Faults faults) {
    if (faults.findings().stream().noneMatch(Finding::refuses)) {
      faults.add(
          Finding.error(Code.YAML_BROKEN, "the file says nothing")
              .at(model.where())
              .tryThis("begin with \"services:\""));
    }
  }

  /** Compose prints services even where there are none. */
  private static Mapping withServices(Mapping tree) {
    if (tree.entry("services").isPresent()) {
      return tree;
    }
    var entries = new ArrayList<>(tree.entries());
    var where = tree.where();
    entries.add(new Entry(Nodes.text("services", where), Nodes.empty(where)));
    return Nodes.of(tree, entries);
  }
}
