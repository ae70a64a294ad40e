package dev.catamaran.compose.support;

import java.util.Locale;

/** Who is asked to carry an attribute. */
public enum Engine {
  /** A Swarm service, whatever its tasks run on. */
  SWARM,
  /** A Windows task of a Swarm service. */
  WINDOWS,
  /** A workload in Kubernetes. */
  KUBERNETES;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
