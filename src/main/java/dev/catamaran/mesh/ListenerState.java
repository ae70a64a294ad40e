package dev.catamaran.mesh;

import dev.catamaran.route.RoutingTable.ListenKey;
import java.net.InetSocketAddress;
import java.util.List;

/** How it stands with one published port on this node. */
public sealed interface ListenerState {
  ListenKey key();

  /**
   * Open for clients.
   *
   * @param by what carries new connections from other hosts
   * @param addresses bound on this node
   * @param backends how many tasks are behind it; none means clients are reset
   * @param connections clients being served by the relay; what the kernel carries it alone knows
   */
  record Listening(
      ListenKey key,
      DataPlane.Kind by,
      List<InetSocketAddress> addresses,
      int backends,
      int connections)
      implements ListenerState {
    public Listening {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * One address of a published port that could not be bound; its other addresses may be listening.
   * It is tried again with the next table and by {@link DataPlane#retry}.
   */
  record BindFailed(ListenKey key, InetSocketAddress address, String reason)
      implements ListenerState {}

  /** No longer published; accepts nobody, and lets the clients it has finish. */
  record Draining(ListenKey key, int connections) implements ListenerState {}
}
