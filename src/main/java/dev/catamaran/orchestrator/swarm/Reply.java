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

  /** Whether the connection can carry another exchange: the answer had an end of its own. */
  boolean leavesOpen() {
    boolean ended =
        status == 204
            || status == 304
            || headers.containsKey("content-length")
            || headers.getOrDefault("transfer-encoding", "").contains("chunked");
    return ended && !headers.getOrDefault("connection", "").equalsIgnoreCase("close");
  }

  boolean good() {
    return status / 100 == 2;
  }
}
