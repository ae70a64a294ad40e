package dev.catamaran.compose;

import dev.catamaran.spec.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a project is loaded from.
 *
 * @param sources the Compose files in the order they are laid over one another, at least one
 * @param environment the process environment with {@code .env} below it
 * @param projectName what the user said on the command line
 * @param directory the project directory, absolute; relative paths start here
 * @param profiles the profiles that are active
 * @param files reads what the Compose files name
 */
public record Input(
    List<Source> sources,
    Map<String, String> environment,
    Optional<String> projectName,
    String directory,
    Set<String> profiles,
    LocalFiles files) {
  public Input {
    sources = List.copyOf(sources);
    environment = Map.copyOf(environment);
    profiles = Set.copyOf(profiles);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a project needs a Compose file");
    }
  }

  /**
   * One Compose file.
   *
   * @param name as the user named it
   */
  public record Source(String name, Content content) {}
}
