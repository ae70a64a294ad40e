package dev.catamaran.compose;

import dev.catamaran.compose.classic.ClassicFiles;
import dev.catamaran.compose.phase.Casts;
import dev.catamaran.compose.phase.Interpolation;
import dev.catamaran.compose.phase.KeyCheck;
import dev.catamaran.compose.phase.Merge;
import dev.catamaran.compose.source.Dialect;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.specification.SpecificationFiles;
import dev.catamaran.compose.text.Template;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlReader;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** The canonical tree of all files, before anything is read from it. */
  public static Outcome<Resolved> resolve(Input input) {
    return new Loader(input).resolve();
  }

  private Outcome<Resolved> resolve() {
    var files = new ArrayList<List<Mapping>>();
    input.sources().forEach(s -> documents(s).ifPresent(files::add));
    if (files.size() < input.sources().size()) {
      return new Outcome.Refused<>(faults.findings().stream().sorted(Finding.BY_PLACE).toList());
    }
    var firsts = files.stream().map(List::getFirst).toList();
    var name =
        new ProjectNames(input, faults).decide(files.stream().flatMap(List::stream).toList());
    if (name.isEmpty()) {
      return new Outcome.Refused<>(faults.findings().stream().sorted(Finding.BY_PLACE).toList());
    }
    var dialect = input.dialect().orElseGet(() -> dialectOf(firsts.getFirst()));
    var tree =
        switch (dialect) {
          case STACK -> ClassicFiles.resolve(firsts, input, faults);
          case COMPOSE -> SpecificationFiles.resolve(files, name.get(), input, faults);
        };
    return Outcome.of(new Resolved(dialect, name.get(), tree), faults.findings());
  }

  /** Files that name a version 3 are read as {@code docker stack deploy} reads them. */
  private static Dialect dialectOf(Mapping file) {
    boolean classic =
        file.get("version")
            .filter(v -> v instanceof Scalar s && s.text().matches("3(\\..*)?"))
            .isPresent();
    return classic ? Dialect.STACK : Dialect.COMPOSE;
  }

  private Optional<List<Mapping>> documents(Input.Source source) {
    var outcome = YamlReader.documents(source.name(), source.content().bytes());
    faults.addAll(outcome.findings());
    return switch (outcome) {
      case Outcome.Refused<List<YamlNode>> _ -> Optional.empty();
      case Outcome.Accepted<List<YamlNode>>(var nodes, var _) -> {
        var mappings = nodes.stream().flatMap(n -> mapping(n).stream()).toList();
        yield mappings.size() < nodes.size() ? Optional.empty() : Optional.of(mappings);
      }
    };
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
    var environment = new HashMap<>(input.variables().all());
    environment.put(ProjectNames.VARIABLE, name.get().text());
    var file = Profiles.active(Merge.all(interpolated(files, environment)), input.profiles());
    faults.addAll(KeyCheck.of(file));
    var surroundings = new Surroundings(environment, input.directory(), input.files());
    var project = new ProjectReader(surroundings, faults, file).read(name.get());
    return Outcome.of(project, faults.findings());
  }

  private List<Mapping> interpolated(List<Mapping> files, Map<String, String> environment) {
    var interpolation =
        new Interpolation(
            text -> Template.expand(text, environment), Casts.of(Map.of()), false, faults);
    return files.stream().map(interpolation::apply).toList();
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
