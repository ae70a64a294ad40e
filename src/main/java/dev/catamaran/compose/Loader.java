package dev.catamaran.compose;

import dev.catamaran.compose.phase.Interpolation;
import dev.catamaran.compose.phase.KeyCheck;
import dev.catamaran.compose.phase.Merge;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlReader;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compose files to a project, phase by phase: read, put variables in, lay files over one another,
 * leave out inactive services, check the keys, read the values, check the references.
 */
public final class Loader {
  private final Input input;
  private final Faults faults = new Faults();

  private Loader(Input input) {
    this.input = input;
  }

  /** All findings of all phases, sorted by place; refused if any of them is an error. */
  public static Outcome<Project> load(Input input) {
    return new Loader(input).load();
  }

  private Outcome<Project> load() {
    var files = input.sources().stream().flatMap(s -> read(s).stream()).toList();
    if (files.size() < input.sources().size()) {
      return refused();
    }
    var name = new ProjectNames(input, faults).decide(files);
    if (name.isEmpty()) {
      return refused();
    }
    var environment = new HashMap<>(input.environment());
    environment.put(ProjectNames.VARIABLE, name.get().text());
    var file = Profiles.active(Merge.all(interpolated(files, environment)), input.profiles());
    faults.addAll(KeyCheck.of(file));
    var surroundings = new Surroundings(environment, input.directory(), input.files());
    var project = new ProjectReader(surroundings, faults, file).read(name.get());
    return Outcome.of(project, faults.findings());
  }

  private List<Mapping> interpolated(List<Mapping> files, Map<String, String> environment) {
    var findings = new ArrayList<Finding>();
    var interpolation = new Interpolation(environment, findings);
    var result = files.stream().map(f -> (Mapping) interpolation.apply(f)).toList();
    faults.addAll(findings);
    return result;
  }

  private List<Mapping> read(Input.Source source) {
    var outcome = YamlReader.read(source.name(), source.content().bytes());
    faults.addAll(outcome.findings());
    return switch (outcome) {
      case Outcome.Refused<YamlNode> _ -> List.of();
      case Outcome.Accepted<YamlNode>(var node, var _) -> mapping(node);
    };
  }

  private List<Mapping> mapping(YamlNode node) {
    if (node instanceof Mapping mapping) {
      return List.of(mapping);
    }
    faults.add(
        Finding.error(
                Code.YAML_BROKEN,
                "a Compose file is a mapping that begins with \"services:\", not " + node.words())
            .at(node.where()));
    return List.of();
  }

  private Outcome<Project> refused() {
    return new Outcome.Refused<>(faults.findings().stream().sorted(Finding.BY_PLACE).toList());
  }
}
