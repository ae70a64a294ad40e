package dev.catamaran.cluster;

import dev.catamaran.cluster.Task.OpenPort;
import java.util.List;

/**
 * A running container that no service owns; only its own node's engine tells of it.
 *
 * @param ports the ports of its node on which it answers
 */
public record LiveContainer(String id, String name, List<OpenPort> ports) {
  public LiveContainer {
    ports = List.copyOf(ports);
  }
}
