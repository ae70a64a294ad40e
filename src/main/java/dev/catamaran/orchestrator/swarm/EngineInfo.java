package dev.catamaran.orchestrator.swarm;

import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Platform;
import java.util.List;
import java.util.Optional;

/**
 * What one engine says of itself and of its place in the cluster.
 *
 * @param nodeId empty where the engine is in no Swarm
 * @param name the host's name
 * @param address where the other nodes reach it; empty where the engine is in no Swarm
 * @param manager whether it keeps the cluster's state and may be asked about it
 * @param platform with the Windows build where the engine told it
 * @param managers {@code host:port} of every manager this node knows, for cluster traffic
 * @param dataRoot the engine's directory on its host; the node's certificate lies below it
 */
public record EngineInfo(
    Optional<String> nodeId,
    String name,
    Optional<String> address,
    SwarmState swarm,
    boolean manager,
    Optional<EngineVersion> version,
    Platform platform,
    List<String> managers,
    String dataRoot) {
  public EngineInfo {
    managers = List.copyOf(managers);
  }

  /** The engine's own word for its membership. */
  public enum SwarmState {
    INACTIVE,
    PENDING,
    ACTIVE,
    ERROR,
    LOCKED
  }
}
