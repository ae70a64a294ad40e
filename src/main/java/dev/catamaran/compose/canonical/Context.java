package dev.catamaran.compose.canonical;

import dev.catamaran.compose.source.LocalFiles;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file is read with.
 *
 * @param project the project's name
 * @param directory the project directory, absolute
 * @param variables what {@code ${NAME}} stands for
 * @param profiles the profiles that are active, {@code *} for all
 * @param files reads env files and label files
 */
public record Context(
    String project,
    String directory,
    Map<String, String> variables,
    Set<String> profiles,
    LocalFiles files) {
  public Context {
    variables = Map.copyOf(variables);
    profiles = Set.copyOf(profiles);
  }

  /** Where {@code ~} leads. */
  Optional<String> home() {
    return Optional.ofNullable(variables.get("HOME"))
        .or(() -> Optional.ofNullable(variables.get("USERPROFILE")));
  }
}
