package dev.catamaran.compose.specification;

import dev.catamaran.compose.canonical.Context;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.source.LocalFiles;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlReader;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.model.Where;
import java.util.List;
import java.util.Optional;

/** Reads the files that other files name, within bounds, and knows where findings go. */
final class Reading {
  /** Files that one project may be made of, each counted as often as it is read. */
  private static final int MOST_FILES = 10_000;

  private static final List<String> REMOTE =
      List.of("oci://", "git://", "ssh://", "http://", "https://", "git@", "github.com/");

  private final Input input;
  private final Faults faults;
  private int filesRead;

  Reading(Input input, Faults faults) {
    this.input = input;
    this.faults = faults;
  }

  Faults faults() {
    return faults;
  }

  Input input() {
    return input;
  }

  LocalFiles files() {
    return input.files();
  }

  /** What {@code ~} stands for. */
  Optional<String> home() {
    var process = input.variables().process();
    return Optional.ofNullable(process.get("HOME"))
        .or(() -> Optional.ofNullable(process.get("USERPROFILE")));
  }

  /** What one model is finished with; the name of an included project does not matter. */
  Context context(String project, Scope scope) {
    return new Context(
        project, scope.directory(), scope.environment(), input.profiles(), input.files());
  }

  /** How people name the file: from the project directory where it lies below it. */
  String shown(String path) {
    var directory = input.directory();
    boolean below =
        path.length() > directory.length() + 1
            && path.startsWith(directory)
            && "/\\".indexOf(path.charAt(directory.length())) >= 0;
    return below ? path.substring(directory.length() + 1) : path;
  }

  /** Whether the path names something on another machine, which is then among the findings. */
  boolean refusesRemote(String path, Where where) {
    boolean remote = REMOTE.stream().anyMatch(path::startsWith);
    if (remote) {
      faults.add(
          Finding.error(Code.KEY_NOT_SUPPORTED, "\"" + path + "\" is not on this machine")
              .at(where)
              .because("Catamaran reads Compose files from this machine only")
              .tryThis("fetch it first, and name the local copy"));
    }
    return remote;
  }

  /** The file's bytes; empty where it cannot be read, which is then among the findings. */
  Optional<byte[]> bytes(String path, Where named) {
    if (++filesRead > MOST_FILES) {
      if (filesRead == MOST_FILES + 1) {
        faults.add(
            Finding.error(
                    Code.FILE_MISSING, "more than " + MOST_FILES + " files belong to this project")
                .at(named)
                .tryThis("look for files that include one another"));
      }
      return Optional.empty();
    }
    var bytes = files().read(path);
    if (bytes.isEmpty()) {
      faults.add(
          Finding.error(Code.FILE_MISSING, "cannot read " + shown(path))
              .at(named)
              .because(files().trouble(path))
              .tryThis("a relative path starts at the project directory"));
    }
    return bytes;
  }

  /** Every document of a Compose file; empty where there is something wrong with any. */
  Optional<ComposeFile> file(String path, Where named) {
    return bytes(path, named)
        .flatMap(bytes -> documents(YamlReader.documents(shown(path), bytes)))
        .map(documents -> new ComposeFile(path, documents));
  }

  private Optional<List<Mapping>> documents(Outcome<List<YamlNode>> outcome) {
    faults.addAll(outcome.findings());
    return switch (outcome) {
      case Outcome.Refused<List<YamlNode>> _ -> Optional.empty();
      case Outcome.Accepted<List<YamlNode>>(var nodes, var _) -> {
        var mappings = nodes.stream().flatMap(n -> mapping(n).stream()).toList();
        yield mappings.size() < nodes.size() ? Optional.empty() : Optional.of(mappings);
      }
    };
  }

  private Optional<Mapping> mapping(YamlNode node) {
    if (node instanceof Mapping mapping) {
      return Optional.of(mapping);
    }
    faults.add(
        Finding.error(
                Code.YAML_BROKEN,
                "a Compose file is a mapping that begins with \"services:\", not " + node.words())
            .at(node.where()));
    return Optional.empty();
  }

  /**
   * A parsed file.
   *
   * @param path tells it from all others
   */
  record ComposeFile(String path, List<Mapping> documents) {}
}
