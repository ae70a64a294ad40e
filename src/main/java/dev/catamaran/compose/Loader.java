package dev.catamaran.compose;

import dev.catamaran.compose.classic.ClassicFiles;
import dev.catamaran.compose.source.Dialect;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.specification.SpecificationFiles;
import dev.catamaran.compose.support.Attributes;
import dev.catamaran.compose.support.SwarmCheck;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlReader;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Compose files to a project: read as YAML, made one canonical tree by the dialect that applies,
 * asked what of it reaches a Swarm, read as a project. Every step goes on behind faults, so that
 * the user hears of all of them.
 */
public final class Loader {
  private static final Pattern CLASSIC = Pattern.compile("3(\\..*)?");

  private final Input input;
  private final Faults faults = new Faults();

  private Loader(Input input) {
    this.input = input;
  }

  /** The canonical tree of all files, before anything is read from it. */
  public static Outcome<Resolved> resolve(Input input) {
    var loader = new Loader(input);
    return loader.finish(loader.tree(), Function.identity());
  }

  /** The project, with everything that does not reach a Swarm among the findings. */
  public static Outcome<Project> load(Input input) {
    var loader = new Loader(input);
    return loader.finish(loader.tree(), loader::project);
  }

  private <T> Outcome<T> finish(Optional<Resolved> tree, Function<Resolved, T> last) {
    var made = tree.map(last);
    return made.isPresent()
        ? Outcome.of(made.get(), faults.findings())
        : new Outcome.Refused<>(faults.findings().stream().sorted(Finding.BY_PLACE).toList());
  }

  private Project project(Resolved resolved) {
    boolean sound = faults.findings().stream().noneMatch(Finding::refuses);
    var later = faults.later();
    SwarmCheck.of(resolved.tree(), Attributes.load(), later);
    var environment =
        switch (resolved.dialect()) {
          case STACK -> input.variables().process();
          case COMPOSE -> input.variables().all();
        };
    var surroundings = new Surroundings(environment, input.files());
    var project = new ProjectReader(surroundings, later, resolved.tree()).read(resolved.name());
    if (sound) {
      // What a faulty file declares may have been left out of the tree.
      if (project.services().isEmpty()) {
        sayEmpty(resolved.tree());
      }
      References.check(project, later);
    }
    return project;
  }

  private void sayEmpty(Mapping file) {
    faults.add(
        Finding.warning(Code.VALUE_INVALID, "the files declare no service that is active")
            .at(file.entry("services").map(e -> e.key().where()).orElse(file.where())));
  }

  private Optional<Resolved> tree() {
    var files = input.sources().stream().flatMap(s -> documents(s).stream()).toList();
    if (files.size() < input.sources().size()) {
      return Optional.empty();
    }
    var firsts = files.stream().map(List::getFirst).toList();
    return new ProjectNames(input, faults)
        .decide(files.stream().flatMap(List::stream).toList())
        .map(name -> {
          var dialect = input.dialect().orElseGet(() -> dialectOf(firsts.getFirst()));
          var tree =
              switch (dialect) {
                case STACK -> ClassicFiles.resolve(firsts, input, faults);
                case COMPOSE -> SpecificationFiles.resolve(files, name, input, faults);
              };
          if (dialect == Dialect.STACK && input.dialect().isEmpty()) {
            sayDialect(firsts.getFirst());
          }
          return new Resolved(dialect, name, tree);
        });
  }

  /** Files that name a version 3 are read as {@code docker stack deploy} reads them. */
  private static Dialect dialectOf(Mapping file) {
    boolean classic =
        file.get("version")
            .filter(v -> v instanceof Scalar s && CLASSIC.matcher(s.text()).matches())
            .isPresent();
    return classic ? Dialect.STACK : Dialect.COMPOSE;
  }

  /** Whoever is refused should know by which rules. */
  private void sayDialect(Mapping file) {
    if (faults.findings().stream().anyMatch(Finding::refuses)) {
      faults.add(
          Finding.info(
                  Code.DIALECT_CHOSEN,
                  "the file names a version 3, so it was read as docker stack deploy reads it")
              .at(file.entry("version").map(e -> e.key().where()).orElse(file.where()))
              .tryThis("--dialect compose reads it as docker compose does"));
    }
  }

  private Optional<List<Mapping>> documents(Input.Source source) {
    var outcome = nodes(source);
    faults.addAll(outcome.findings());
    return switch (outcome) {
      case Outcome.Refused<List<YamlNode>> _ -> Optional.empty();
      case Outcome.Accepted<List<YamlNode>>(var nodes, var _) -> mappings(nodes);
    };
  }

  /** {@code docker stack} does not look beyond the first document. */
  private Outcome<List<YamlNode>> nodes(Input.Source source) {
    return input.dialect().equals(Optional.of(Dialect.STACK))
        ? YamlReader.read(source.name(), source.content().bytes())
            .then(first -> Outcome.of(List.of(first)))
        : YamlReader.documents(source.name(), source.content().bytes());
  }

  private Optional<List<Mapping>> mappings(List<YamlNode> nodes) {
    var mappings = new ArrayList<Mapping>();
    for (var node : nodes) {
      if (node instanceof Mapping mapping) {
        mappings.add(mapping);
      } else {
        faults.add(
            Finding.error(
                    Code.YAML_BROKEN,
                    "a Compose file is a mapping that begins with \"services:\", not "
                        + node.words())
                .at(node.where()));
      }
    }
    return mappings.size() < nodes.size() ? Optional.empty() : Optional.of(mappings);
  }
}
