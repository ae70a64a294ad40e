package dev.catamaran.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A plugin of the engine and what it is told: for logs, volumes, secrets or addresses.
 *
 * @param name empty is the engine's own choice
 */
public record Driver(Optional<String> name, Map<String, String> options) {
  /** Nothing written. */
  public static final Driver NONE = new Driver(Optional.empty(), Map.of());

  public Driver {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /** Whether there is anything to tell the engine. */
  public boolean said() {
    return name.isPresent() || !options.isEmpty();
  }
}
