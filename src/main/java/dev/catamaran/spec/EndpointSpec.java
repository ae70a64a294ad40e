package dev.catamaran.spec;

import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a service is found inside, and published outside. */
public record EndpointSpec(EndpointMode mode, List<PortSpec> ports) {
  public EndpointSpec {
    ports = List.copyOf(ports);
  }

  /** By the engine's routing mesh on every node, or on the task's own node. */
  public enum PublishMode {
    INGRESS,
    HOST;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PublishMode> of(String word) {
      return switch (word.toLowerCase(Locale.ROOT)) {
        case "ingress" -> Optional.of(INGRESS);
        case "host" -> Optional.of(HOST);
        default -> Optional.empty();
      };
    }
  }

  /**
   * One published port.
   *
   * @param published empty lets the engine allot one
   * @param target the port inside the container
   */
  public record PortSpec(
      Optional<Port> published, Port target, Protocol protocol, PublishMode mode) {}
}
