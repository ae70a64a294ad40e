package dev.catamaran.compose;

import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import dev.catamaran.model.ServiceName;
import dev.catamaran.model.Sourced;
import dev.catamaran.model.Where;
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.Container;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.EndpointMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One service of a project. Attachments, mounts and files name Compose keys, not engine names.
 *
 * @param image empty where the file gives none
 * @param platform Compose's {@code platform:}
 * @param networks at least one
 * @param deploy everything below {@code deploy:}
 * @param ties what it says of its bonds to other services
 * @param places where each attribute was written
 */
public record Service(
    ServiceName name,
    Optional<ImageRef> image,
    Optional<Platform> platform,
    Container container,
    List<PublishedPort> ports,
    List<Attachment> networks,
    Deploy deploy,
    Ties ties,
    Places places) {
  public Service {
    ports = List.copyOf(ports);
    networks = List.copyOf(networks);
  }

  /**
   * What {@code deploy:} says, constraints included.
   *
   * @param labels service labels
   */
  public record Deploy(
      Deployment deployment, Sourced<EndpointMode> endpointMode, Map<String, String> labels) {
    public Deploy {
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
  }

  /** The services this one names in {@code depends_on} and {@code links}. */
  public Set<ServiceName> needs() {
    return ties.needs();
  }

  /** Where the service's key stands. */
  public Where where() {
    return places.of("");
  }
}
