package dev.catamaran.route;

import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What every node's mesh listens on and where it forwards to. */
public record RoutingTable(SortedMap<ListenKey, Route> routes) {
  public static final RoutingTable EMPTY = new RoutingTable(new TreeMap<>());

  public RoutingTable {
    routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
  }

  public static RoutingTable of(Map<ListenKey, Route> routes) {
    return new RoutingTable(new TreeMap<>(routes));
  }

  /** A published port, the same on every node. */
  public record ListenKey(Protocol protocol, Port port) implements Comparable<ListenKey> {
    @Override
    public int compareTo(ListenKey other) {
      int byPort = port.compareTo(other.port);
      return byPort != 0 ? byPort : protocol.compareTo(other.protocol);
    }

    @Override
    public String toString() {
      return port + "/" + protocol;
    }
  }

  /**
   * One service's endpoints behind one published port.
   *
   * @param service the engine's name of the service
   * @param backends in a stable order; empty while no task runs
   */
  public record Route(
      String service, List<Backend> backends, Spread spread, ProxyHeader proxyHeader) {
    public Route {
      backends = List.copyOf(backends);
    }

    /** One that goes to any of its backends, and tells them nothing. */
    public Route(String service, List<Backend> backends) {
      this(service, backends, Spread.ANY, ProxyHeader.NONE);
    }
  }

  /**
   * A running task's open port.
   *
   * @param address of the node, an IP address
   */
  public record Backend(String taskId, String address, Port port) {}
}
