package dev.catamaran.files;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which Compose files to read where the user named none. */
final class ComposeFiles {
  private static final List<String> USUAL =
      List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");
  private static final List<String> OVERRIDES =
      List.of(
          "compose.override.yaml",
          "compose.override.yml",
          "docker-compose.override.yaml",
          "docker-compose.override.yml");

  private ComposeFiles() {}

  /** COMPOSE_FILE, else the first of the usual names and its override; empty if there is none. */
  static List<String> find(Request request, Map<String, String> environment, Disk disk) {
    var variable = Optional.ofNullable(environment.get("COMPOSE_FILE")).filter(f -> !f.isEmpty());
    if (variable.isPresent()) {
      var separator = environment.getOrDefault("COMPOSE_PATH_SEPARATOR", File.pathSeparator);
      return List.of(variable.get().split(Pattern.quote(separator), -1));
    }
    var found = new ArrayList<String>();
    USUAL.stream().filter(disk::has).findFirst().ifPresent(found::add);
    if (!found.isEmpty()) {
      OVERRIDES.stream().filter(disk::has).findFirst().ifPresent(found::add);
    }
    return found.stream().map(name -> shown(request, name)).toList();
  }

  private static String shown(Request request, String name) {
    return request.directory().map(d -> d.resolve(name)).map(Path::toString).orElse(name);
  }

  static List<String> usual() {
    return USUAL;
  }
}
