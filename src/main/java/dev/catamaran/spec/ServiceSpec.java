package dev.catamaran.spec;

import dev.catamaran.model.ImageRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One service as an engine holds it.
 *
 * @param name the engine's name, {@code shop_front}
 * @param labels service labels, not container labels
 */
public record ServiceSpec(
    String name,
    Map<String, String> labels,
    ImageRef image,
    Container container,
    Deployment deployment,
    List<Attachment> networks,
    EndpointSpec endpoint) {
  public ServiceSpec {
    labels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    networks = List.copyOf(networks);
  }

  public ServiceSpec withLabels(Map<String, String> others) {
    return new ServiceSpec(name, others, image, container, deployment, networks, endpoint);
  }

  public ServiceSpec withImage(ImageRef other) {
    return new ServiceSpec(name, labels, other, container, deployment, networks, endpoint);
  }
}
