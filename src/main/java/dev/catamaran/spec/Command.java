package dev.catamaran.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is executed in a container, and how.
 *
 * @param entrypoint Compose's {@code entrypoint}, Swarm's {@code Command}; empty is the image's own
 * @param arguments Compose's {@code command}, Swarm's {@code Args}; empty is the image's own
 * @param environment an empty value names a variable without giving it one
 */
public record Command(
    List<String> entrypoint,
    List<String> arguments,
    Map<String, Optional<String>> environment,
    Optional<String> directory,
    Optional<String> user) {
  public Command {
    entrypoint = List.copyOf(entrypoint);
    arguments = List.copyOf(arguments);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }
}
