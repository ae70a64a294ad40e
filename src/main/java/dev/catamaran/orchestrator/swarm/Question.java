package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import java.util.Optional;

/**
 * One HTTP request to an engine.
 *
 * @param path below the API version, query included
 * @param asked completes "cannot …" in a message: {@code list the nodes}
 */
record Question(String method, String path, Optional<Json> body, String asked) {
  static Question get(String path, String asked) {
    return new Question("GET", path, Optional.empty(), asked);
  }

  static Question post(String path, Json body, String asked) {
    return new Question("POST", path, Optional.of(body), asked);
  }

  static Question delete(String path, String asked) {
    return new Question("DELETE", path, Optional.empty(), asked);
  }

  Question below(String prefix) {
    return new Question(method, prefix + path, body, asked);
  }
}
