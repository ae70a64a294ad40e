package dev.catamaran.orchestrator.swarm;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One HTTP response.
 *
 * @param headers by lower-case name
 */
record Reply(int status, Map<String, String> headers, String body) {
  Reply(int status, Map<String, String> headers, byte[] body) {
    this(status, Map.copyOf(headers), new String(body, StandardCharsets.UTF_8));
  }

  boolean good() {
    return status / 100 == 2;
  }
}
