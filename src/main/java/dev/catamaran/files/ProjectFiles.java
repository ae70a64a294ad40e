package dev.catamaran.files;

import dev.catamaran.compose.Loader;
import dev.catamaran.compose.Project;
import dev.catamaran.compose.Resolved;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.source.Variables;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.spec.Content;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A project from the files on this machine. */
public final class ProjectFiles {
  private static final String STDIN = "-";

  private final Request request;
  private final Disk here = new Disk(Path.of("").toAbsolutePath());

  private ProjectFiles(Request request) {
    this.request = request;
  }

  /** Finds and reads what the request names, and loads it; what cannot be read is a finding. */
  public static Outcome<Project> load(Request request) {
    return new ProjectFiles(request).input().then(Loader::load);
  }

  /** As {@link #load}, up to the canonical tree. */
  public static Outcome<Resolved> resolve(Request request) {
    return new ProjectFiles(request).input().then(Loader::resolve);
  }

  private Outcome<Input> input() {
    var said = new Disk(request.directory().map(Path::toAbsolutePath).orElse(here.directory()));
    return EnvFiles.variables(request, said, here)
        .then(first -> {
          var files =
              request.files().isEmpty()
                  ? ComposeFiles.find(request, first.all(), said)
                  : request.files();
          return files.isEmpty() ? nothing(said) : input(files);
        });
  }

  private Outcome<Input> input(List<String> files) {
    var project = new Disk(projectDirectory(files));
    return EnvFiles.variables(request, project, here)
        .then(variables -> input(files, variables, project));
  }

  private Outcome<Input> input(List<String> files, Variables variables, Disk disk) {
    var findings = new ArrayList<Finding>();
    var sources = files.stream().flatMap(f -> source(f, findings).stream()).toList();
    if (!findings.isEmpty()) {
      return new Outcome.Refused<>(findings);
    }
    return Outcome.of(
        new Input(
            sources,
            variables,
            request.projectName(),
            disk.directory().toString(),
            profiles(variables.all()),
            disk,
            request.dialect(),
            request.interpolate()));
  }

  private Path projectDirectory(List<String> files) {
    return request
        .directory()
        .map(Path::toAbsolutePath)
        .or(() ->
            files.stream()
                .filter(f -> !f.equals(STDIN))
                .findFirst()
                .map(f -> here.directory().resolve(f).getParent()))
        .orElse(here.directory())
        .normalize();
  }

  private Optional<Input.Source> source(String file, List<Finding> findings) {
    return switch (file.equals(STDIN) ? stdin() : InputFile.read(here.directory(), file)) {
      case Outcome.Refused<byte[]>(var causes) -> {
        findings.addAll(causes);
        yield Optional.empty();
      }
      case Outcome.Accepted<byte[]>(var bytes, var _) ->
          Optional.of(new Input.Source(file.equals(STDIN) ? "<stdin>" : file, new Content(bytes)));
    };
  }

  private Outcome<byte[]> stdin() {
    try {
      return Outcome.of(Disk.bytes(request.stdin()));
    } catch (IOException e) {
      return Outcome.refused(
          Finding.error(Code.FILE_MISSING, "cannot read standard input: " + e.getMessage()));
    }
  }

  private Set<String> profiles(Map<String, String> environment) {
    // The variable only speaks where the command line does not.
    if (!request.profiles().isEmpty()) {
      return request.profiles();
    }
    var profiles = new HashSet<String>();
    for (var name : environment.getOrDefault("COMPOSE_PROFILES", "").split(",", -1)) {
      profiles.add(name.strip());
    }
    profiles.remove("");
    return profiles;
  }

  private static Outcome<Input> nothing(Disk where) {
    return Outcome.refused(
        Finding.error(Code.FILE_MISSING, "no Compose file in " + where.directory())
            .because("looked for " + String.join(", ", ComposeFiles.usual()))
            .tryThis("name one with -f"));
  }
}
