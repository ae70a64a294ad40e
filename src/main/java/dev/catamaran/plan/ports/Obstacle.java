package dev.catamaran.plan.ports;

import dev.catamaran.finding.Code;
import java.util.List;

/**
 * Why a service cannot have a port.
 *
 * @param ways what helps besides another port
 */
record Obstacle(Code code, String message, List<String> reasons, List<String> ways) {
  Obstacle {
    reasons = List.copyOf(reasons);
    ways = List.copyOf(ways);
  }

  static Obstacle of(Code code, String message, String... ways) {
    return new Obstacle(code, message, List.of(), List.of(ways));
  }
}
