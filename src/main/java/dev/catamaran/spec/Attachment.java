package dev.catamaran.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service on a network.
 *
 * @param network the Compose key in a project, the engine's name in a {@link ServiceSpec}
 * @param aliases further names for the service on that network
 * @param options what the network's driver is told of this service's tasks
 */
public record Attachment(String network, List<String> aliases, Map<String, String> options) {
  public Attachment {
    aliases = List.copyOf(aliases);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /** Nothing written for the driver. */
  public Attachment(String network, List<String> aliases) {
    this(network, aliases, Map.of());
  }
}
