package dev.catamaran.compose.source;

import dev.catamaran.spec.Content;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a project is loaded from.
 *
 * @param sources the Compose files in the order they are laid over one another, at least one
 * @param projectName what the user said on the command line
 * @param directory the project directory, absolute; relative paths start here
 * @param profiles the profiles that are active
 * @param files reads what the Compose files name
 * @param dialect empty where the files decide
 * @param interpolate whether variables are put in
 */
public record Input(
    List<Source> sources,
    Variables variables,
    Optional<String> projectName,
    String directory,
    Set<String> profiles,
    LocalFiles files,
    Optional<Dialect> dialect,
    boolean interpolate) {
  public Input {
    sources = List.copyOf(sources);
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
