package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Mapping;

/** {@code scale} is the older word for {@code deploy.replicas}. */
final class Replicas {
  private Replicas() {}

  /** Where both parts of a service are written, they say the same number. */
  static Mapping agreed(Mapping service) {
    var scale = Found.scalar(service, "scale");
    var deploy = Found.mapping(service, "deploy");
    return scale.isPresent() && deploy.isPresent()
        ? Made.put(service, "deploy", Made.putIfAbsent(deploy.get(), "replicas", scale.get()))
        : service;
  }
}
