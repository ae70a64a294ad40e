package dev.catamaran.agent;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.orchestrator.swarm.EngineInfo;
import dev.catamaran.orchestrator.swarm.Swarm;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * What an agent needs of its node's engine; each call throws where the engine fails.
 *
 * @param cluster only a manager's engine knows
 * @param label sets labels on the node of that id; only a manager's engine can
 */
record LocalEngine(
    Supplier<EngineInfo> info,
    Supplier<Cluster> cluster,
    BiConsumer<String, Map<String, String>> label) {

  static LocalEngine of(Swarm swarm) {
    return new LocalEngine(swarm::info, swarm::observe, swarm::labelNode);
  }
}
