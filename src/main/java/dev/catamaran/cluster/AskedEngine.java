package dev.catamaran.cluster;

import dev.catamaran.model.Port;
import java.util.List;
import java.util.Optional;

/**
 * What the one engine that was asked tells of itself and its own node.
 *
 * @param nodeId empty where nobody was asked
 * @param api the port by which it was asked; empty for a socket of its own host
 * @param dataPath the UDP port of the swarm's overlay networks
 * @param containers those of its node that no service owns; none where it was not asked for them
 */
public record AskedEngine(
    Optional<String> nodeId, Optional<Port> api, Port dataPath, List<LiveContainer> containers) {
  /** What a swarm uses where nobody chose another. */
  public static final Port USUAL_DATA_PATH = new Port(4789);

  public static final AskedEngine NOBODY =
      new AskedEngine(Optional.empty(), Optional.empty(), USUAL_DATA_PATH, List.of());

  public AskedEngine {
    containers = List.copyOf(containers);
  }
}
