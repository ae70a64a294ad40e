package dev.catamaran.cli;

import dev.catamaran.compose.Project;
import dev.catamaran.compose.Resolved;
import dev.catamaran.compose.source.Dialect;
import dev.catamaran.files.ProjectFiles;
import dev.catamaran.files.Request;
import dev.catamaran.finding.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Compose files make the project. */
final class ProjectOptions {
  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "Compose file; may be given several times, - is standard input.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description = "Read variables from this file instead of .env; may be given several times.")
  private List<String> envFiles = new ArrayList<>();

  @Option(
      names = {"-p", "--project-name"},
      paramLabel = "NAME",
      description = "Name of the project; it is the stack's name to docker.")
  private @Nullable String name;

  @Option(
      names = "--project-directory",
      paramLabel = "DIR",
      description = "Folder that relative paths start from; default: that of the first file.")
  private @Nullable Path directory;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "Take in the services of this profile; may be given several times.")
  private List<String> profiles = new ArrayList<>();

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      description =
          "stack reads as docker stack deploy, compose as docker compose; default: auto, which"
              + " reads files that say version 3.x as stack.")
  private String dialect = "auto";

  Outcome<Project> load(Console console) {
    return ProjectFiles.load(request(console, true, Set.of()));
  }

  /** Up to the canonical tree, with these profiles active as well. */
  Outcome<Resolved> resolve(Console console, boolean interpolate, Set<String> also) {
    return ProjectFiles.resolve(request(console, interpolate, also));
  }

  private Request request(Console console, boolean interpolate, Set<String> also) {
    var said = Dialect.of(dialect);
    if (said.isEmpty() && !dialect.equals("auto")) {
      throw new UsageFailure("--dialect is stack, compose or auto, not \"" + dialect + "\"");
    }
    return new Request(
        files,
        envFiles,
        Optional.ofNullable(name),
        Optional.ofNullable(directory),
        console.environment(),
        console.in(),
        Stream.concat(profiles.stream(), also.stream()).collect(Collectors.toUnmodifiableSet()),
        said,
        interpolate);
  }
}
