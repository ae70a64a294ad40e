package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import java.util.Optional;

/**
 * One HTTP request to an engine.
 *
 * @param path below the API version, query included
 * @param asked completes "cannot …" in a message: {@code list the nodes}
 * @param registryAuth value of the header with which the engine introduces itself to a registry
 */
record Question(
    String method, String path, Optional<Json> body, String asked, Optional<String> registryAuth) {
  static Question get(String path, String asked) {
    return new Question("GET", path, Optional.empty(), asked, Optional.empty());
  }

  static Question post(String path, Json body, String asked) {
    return new Question("POST", path, Optional.of(body), asked, Optional.empty());
  }

  static Question delete(String path, String asked) {
    return new Question("DELETE", path, Optional.empty(), asked, Optional.empty());
  }

  Question below(String prefix) {
    return new Question(method, prefix + path, body, asked, registryAuth);
  }

  Question withRegistryAuth(Optional<String> auth) {
    return new Question(method, path, body, asked, auth);
  }

  /** Without what may be secret. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
