package dev.catamaran.assembly;

import dev.catamaran.lab.LabNode;
import dev.catamaran.mesh.Relay;
import dev.catamaran.mesh.RelayPlane;
import dev.catamaran.orchestrator.swarm.EngineFailure;
import dev.catamaran.orchestrator.swarm.Swarm;
import dev.catamaran.route.Routes;
import java.time.Duration;
import java.util.List;

/**
 * The agents of a lab's nodes: each has its own mesh on the node's two addresses, and all follow
 * the routes that the lab's one manager tells. Owns one virtual thread, which looks and switches.
 */
final class LabAgents implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Swarm swarm;
  private final Relay relay;
  private final List<RelayPlane> meshes;
  private final Thread follower;

  LabAgents(Swarm swarm, List<LabNode> nodes) {
    this.swarm = swarm;
    this.relay = Relay.start();
    this.meshes =
        nodes.stream()
            .map(n -> new RelayPlane(List.of(n.address(), n.localhost()), relay))
            .toList();
    this.follower = Thread.ofVirtual().name("lab-agents").start(this::follow);
  }

  private void follow() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        var table = Routes.of(swarm.observe()).table();
        meshes.forEach(m -> m.switchTo(table));
        Thread.sleep(LOOK);
      } catch (EngineFailure _) {
        // The lab is going down; the routes of a moment ago serve to the end.
        return;
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  @Override
  public void close() {
    follower.interrupt();
    try {
      follower.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    meshes.forEach(RelayPlane::close);
    relay.close();
  }
}
