package dev.catamaran.mesh;

import dev.catamaran.route.RouteChanges;
import dev.catamaran.route.RoutingTable;
import java.util.List;

/**
 * What carries one node's published ports to the tasks behind them. Routes are changed in place: a
 * port that stays is never closed in between, and a port that cannot be had does not stop the
 * others. Safe for use by several threads.
 */
public sealed interface DataPlane extends AutoCloseable permits RelayPlane, KernelPlane {
  /** How packets get through. */
  enum Kind {
    /** The kernel forwards them; this process only tells it where to. */
    KERNEL,
    /** This process takes each connection and makes a second one to the backend. */
    RELAY;

    /** The word users write and read. */
    public String word() {
      return switch (this) {
        case KERNEL -> "kernel";
        case RELAY -> "relay";
      };
    }
  }

  Kind kind();

  /**
   * Brings the plane from the routes it has to these. Once this returns no new connection is
   * started to a backend that is not in them; connections that stand live on.
   */
  void switchTo(RoutingTable next);

  /** As {@link #switchTo}, for a few ports of many. */
  void apply(RouteChanges changes);

  /**
   * Tries again what could not be done, and mends what others broke; cheap where nothing is wrong.
   */
  void retry();

  /** In the order of the ports; what is draining comes last. */
  List<ListenerState> states();

  /**
   * Gives up what lives in this process. What the kernel carries goes on with the last routes, so
   * that the next start takes over without a gap.
   */
  @Override
  void close();
}
