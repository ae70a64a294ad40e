package dev.catamaran.spec;

import java.util.List;

/**
 * A service on a network.
 *
 * @param network the Compose key in a project, the engine's name in a {@link ServiceSpec}
 * @param aliases further names for the service on that network
 */
public record Attachment(String network, List<String> aliases) {
  public Attachment {
    aliases = List.copyOf(aliases);
  }
}
