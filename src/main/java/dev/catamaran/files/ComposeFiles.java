package dev.catamaran.files;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which Compose files to read where the user named none. */
final class ComposeFiles {
  private static final List<String> USUAL =
      List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
  private static final List<String> OVERRIDES =
      List.of(
          "compose.override.yml",
          "compose.override.yaml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml");

  private ComposeFiles() {}

  /**
   * COMPOSE_FILE, else the first of the usual names and its override, in the folder or the nearest
   * above it; empty if there is none.
   */
  static List<String> find(Request request, Map<String, String> environment, Disk disk) {
    var variable = Optional.ofNullable(environment.get("COMPOSE_FILE")).filter(f -> !f.isEmpty());
    if (variable.isPresent()) {
      var separator = environment.getOrDefault("COMPOSE_PATH_SEPARATOR", File.pathSeparator);
      return List.of(variable.get().split(Pattern.quote(separator), -1));
    }
    var folder = Optional.of(disk.directory().normalize());
    while (folder.isPresent()) {
      var found = in(new Disk(folder.get()));
      if (!found.isEmpty()) {
        var where = folder.get();
        boolean named = request.directory().isPresent() || !where.equals(disk.directory());
        return named ? found.stream().map(n -> where.resolve(n).toString()).toList() : found;
      }
      folder = Optional.ofNullable(folder.get().getParent());
    }
    return List.of();
  }

  private static List<String> in(Disk folder) {
    var found = new ArrayList<String>();
    USUAL.stream().filter(folder::has).findFirst().ifPresent(found::add);
    if (!found.isEmpty()) {
      OVERRIDES.stream().filter(folder::has).findFirst().ifPresent(found::add);
    }
    return found;
  }

  static List<String> usual() {
    return USUAL;
  }
}
