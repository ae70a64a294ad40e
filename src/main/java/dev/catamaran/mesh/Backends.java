package dev.catamaran.mesh;

import dev.catamaran.route.ProxyHeader;
import dev.catamaran.route.Spread;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where a listener forwards to.
 *
 * @param addresses in the order of the route
 */
record Backends(List<InetSocketAddress> addresses, Spread spread, ProxyHeader proxyHeader) {
  static final Backends NONE = anyOf(List.of());

  Backends {
    addresses = List.copyOf(addresses);
  }

  static Backends anyOf(List<InetSocketAddress> addresses) {
    return new Backends(addresses, Spread.ANY, ProxyHeader.NONE);
  }

  /**
   * One of those candidates.
   *
   * @param turn another number for each new connection
   */
  InetSocketAddress pick(List<InetSocketAddress> candidates, int turn, InetAddress client) {
    int index =
        switch (spread) {
          case ANY -> Math.floorMod(turn, candidates.size());
          case BY_CLIENT -> ClientHash.slot(client, candidates.size());
        };
    return candidates.get(index);
  }
}
