package dev.catamaran.files;

import dev.catamaran.compose.source.Dialect;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the user said about the project to load.
 *
 * @param files as given with {@code -f}; {@code -} is standard input; none looks for the usual ones
 * @param envFiles as given with {@code --env-file}; none takes {@code .env} if it exists
 * @param projectName as given with {@code -p}
 * @param directory the project directory; empty is the first file's
 * @param environment the process environment
 * @param stdin read only where {@code -} is among the files
 * @param profiles as given with {@code --profile}
 * @param dialect as given with {@code --dialect}; empty leaves it to the files
 * @param interpolate whether variables are put in
 */
public record Request(
    List<String> files,
    List<String> envFiles,
    Optional<String> projectName,
    Optional<Path> directory,
    Map<String, String> environment,
    InputStream stdin,
    Set<String> profiles,
    Optional<Dialect> dialect,
    boolean interpolate) {
  public Request {
    files = List.copyOf(files);
    envFiles = List.copyOf(envFiles);
    environment = Map.copyOf(environment);
    profiles = Set.copyOf(profiles);
  }

  /** These files and this environment, nothing else said. */
  public static Request of(List<String> files, Map<String, String> environment) {
    return new Request(
        files,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        environment,
        InputStream.nullInputStream(),
        Set.of(),
        Optional.empty(),
        true);
  }
}
