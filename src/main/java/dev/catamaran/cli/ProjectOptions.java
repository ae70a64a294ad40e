package dev.catamaran.cli;

import dev.catamaran.compose.Project;
import dev.catamaran.compose.Resolved;
import dev.catamaran.compose.source.Dialect;
import dev.catamaran.files.ProjectFiles;
import dev.catamaran.files.Request;
import dev.catamaran.finding.Outcome;
import dev.catamaran.usage.Choice;
import dev.catamaran.usage.Option;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Texts;
import dev.catamaran.usage.Usage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which Compose files make the project. */
final class ProjectOptions {
  private final Texts files;
  private final Texts envFiles;
  private final Text name;
  private final Text directory;
  private final Texts profiles;
  private final Choice<Reading> dialect;

  /** The words of {@code --dialect}. */
  enum Reading {
    AUTO,
    STACK,
    COMPOSE
  }

  ProjectOptions(Usage usage) {
    files = usage.texts("-f, --file=FILE", "Compose file, - is standard input");
    envFiles = usage.texts("--env-file=FILE", "Read variables from this file instead of .env");
    name =
        usage.text(
            "-p, --project-name=NAME", "Name of the project; it is the stack's name to docker.");
    directory =
        usage.text(
            "--project-directory=DIR",
            "Folder that relative paths start from; default: that of the first file.");
    profiles = usage.texts("--profile=NAME", "Take in the services of this profile");
    dialect =
        usage.choice(
            "--dialect=DIALECT",
            Reading.AUTO,
            "stack reads as docker stack deploy, compose as docker compose; default: auto, which"
                + " reads files that say version 3.x as stack.");
  }

  /** Whether anything at all was said of a project. */
  boolean given() {
    return Stream.of(files, envFiles, name, directory, profiles, dialect).anyMatch(Option::given);
  }

  Outcome<Project> load(Console console) {
    return ProjectFiles.load(request(console, true, Set.of()));
  }

  /** Up to the canonical tree, with these profiles active as well. */
  Outcome<Resolved> resolve(Console console, boolean interpolate, Set<String> also) {
    return ProjectFiles.resolve(request(console, interpolate, also));
  }

  private Request request(Console console, boolean interpolate, Set<String> also) {
    return new Request(
        files.values(),
        envFiles.values(),
        name.value(),
        directory.value().map(Path::of),
        console.environment(),
        console.in(),
        Stream.concat(profiles.values().stream(), also.stream())
            .collect(Collectors.toUnmodifiableSet()),
        switch (dialect.value()) {
          case AUTO -> Optional.empty();
          case STACK -> Optional.of(Dialect.STACK);
          case COMPOSE -> Optional.of(Dialect.COMPOSE);
        },
        interpolate);
  }
}
