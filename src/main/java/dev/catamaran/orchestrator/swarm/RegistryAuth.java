package dev.catamaran.orchestrator.swarm;

import dev.catamaran.model.ImageRef;
import java.util.Optional;

/**
 * What an engine is told so that it, and every node that pulls, may have an image: the value of
 * X-Registry-Auth, base64url of JSON.
 */
@FunctionalInterface
public interface RegistryAuth {
  /** Engines go to registries as anybody. */
  RegistryAuth NONE = _ -> Optional.empty();

  /** Empty where the user is not logged in. */
  Optional<String> of(ImageRef image);
}
