package dev.catamaran.compose;

import dev.catamaran.compose.source.LocalFiles;
import java.util.Map;
import java.util.Optional;

/** What a service's attributes may refer to outside the file. */
record Surroundings(Map<String, String> environment, String directory, LocalFiles files) {
  Optional<String> home() {
    return Optional.ofNullable(environment.get("HOME"))
        .or(() -> Optional.ofNullable(environment.get("USERPROFILE")));
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name));
  }
}
