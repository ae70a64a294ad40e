package dev.catamaran.agent;

import dev.catamaran.cluster.NodePorts;
import dev.catamaran.mesh.PlaneChoice;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.orchestrator.swarm.EngineInfo;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nodes and settings for tests. */
final class FakeNode {
  private FakeNode() {}

  static EngineInfo worker(String id, String... managers) {
    return info(id, false, "/nowhere", managers);
  }

  static EngineInfo info(String id, boolean manager, String dataRoot, String... managers) {
    return new EngineInfo(
        Optional.of(id),
        "name-" + id,
        Optional.of("127.0.0.1"),
        EngineInfo.SwarmState.ACTIVE,
        manager,
        EngineVersion.parse("20.10.24"),
        Platform.of(Os.LINUX, "amd64"),
        List.of(managers),
        dataRoot);
  }

  static AgentSettings settings(String mesh, Path state, int agentPort) {
    var address = InetAddress.ofLiteral(mesh);
    return new AgentSettings(
        List.of(address),
        PlaneChoice.RELAY,
        new InetSocketAddress(address, agentPort),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        state,
        Duration.ofMillis(5),
        "1.2.3");
  }

  static Station station(Course course, Journal journal, Path state, int agentPort) {
    var engine =
        new LocalEngine(
            () -> worker("w1"),
            () -> {
              throw new IllegalStateException("a worker's engine knows no cluster");
            },
            (String _, Map<String, String> _) -> {
              throw new IllegalStateException("a worker's engine sets no labels");
            });
    return new Station(
        engine,
        course,
        journal,
        settings("127.0.0.1", state, agentPort),
        _ -> NodePorts.UNKNOWN,
        "e");
  }
}
