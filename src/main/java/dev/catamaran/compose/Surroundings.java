package dev.catamaran.compose;

import dev.catamaran.compose.source.LocalFiles;
import java.util.Map;
import java.util.Optional;

/** What a service's attributes may refer to outside the file. */
record Surroundings(Map<String, String> environment, LocalFiles files) {
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name));
  }
}
