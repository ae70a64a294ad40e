package dev.catamaran.agent;

import dev.catamaran.mesh.PlaneChoice;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How an agent is set up; nothing here differs from node to node but by the operator's wish.
 *
 * @param mesh where published ports answer
 * @param plane what carries them
 * @param routes where a manager's agent serves routes; workers expect every manager's agent on the
 *     same port
 * @param status where the agent tells how it is; loopback only
 * @param state the directory for the last routes
 * @param poll the time between two observations of a manager
 * @param version of this program, told to the cluster
 */
public record AgentSettings(
    List<InetAddress> mesh,
    PlaneChoice plane,
    InetSocketAddress routes,
    InetSocketAddress status,
    Path state,
    Duration poll,
    String version) {
  /** Next to Swarm's own 2377. */
  public static final int ROUTES_PORT = 2378;

  public static final int STATUS_PORT = 23780;

  public AgentSettings {
    mesh = List.copyOf(mesh);
    if (mesh.isEmpty()) {
      throw new IllegalArgumentException("a mesh needs an address to answer on");
    }
    if (!status.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "the status is for this host only: "
              + status.getAddress().getHostAddress()
              + " is no loopback address");
    }
    if (!poll.isPositive()) {
      throw new IllegalArgumentException("a manager cannot observe every " + poll);
    }
  }

  /** For a real node: every address, port 2378 for routes, an observation each half second. */
  public static AgentSettings forNode(Path state, String version) {
    var every = new InetSocketAddress(0).getAddress();
    return new AgentSettings(
        List.of(every),
        PlaneChoice.AUTO,
        new InetSocketAddress(every, ROUTES_PORT),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), STATUS_PORT),
        state,
        Duration.ofMillis(500),
        version);
  }
}
