package dev.catamaran.plan.discovery;

import dev.catamaran.spec.EndpointMode;
import java.util.List;

/**
 * How a service is found, and why that way.
 *
 * @param reason the strongest
 * @param further what else speaks for it: other nodes, and other callers
 */
public record Discovery(EndpointMode mode, String reason, String source, List<String> further) {
  public Discovery {
    further = List.copyOf(further);
  }

  /** Nothing else speaks for it. */
  public Discovery(EndpointMode mode, String reason, String source) {
    this(mode, reason, source, List.of());
  }
}
