package dev.catamaran.mesh;

import dev.catamaran.mesh.ListenerState.BindFailed;
import dev.catamaran.mesh.ListenerState.Draining;
import dev.catamaran.mesh.ListenerState.Listening;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RouteChanges;
import dev.catamaran.route.RoutingTable;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Published ports as listeners of a relay, on every operating system the same way.
 *
 * <p>Not the owner of its relay, which several planes of one process may share.
 */
public final class RelayPlane implements DataPlane {
  private final List<InetAddress> addresses;
  private final Relay relay;
  private final Map<ListenKey, Published> published = new TreeMap<>();
  private final List<Published> draining = new ArrayList<>();
  private final SortedMap<ListenKey, Route> routes = new TreeMap<>();

  /**
   * @param addresses where to listen; the wildcard on a real node
   */
  public RelayPlane(List<InetAddress> addresses, Relay relay) {
    this.addresses = List.copyOf(addresses);
    this.relay = relay;
  }

  @Override
  public Kind kind() {
    return Kind.RELAY;
  }

  @Override
  public synchronized void switchTo(RoutingTable next) {
    apply(RouteChanges.between(new RoutingTable(routes), next));
  }

  @Override
  public synchronized void apply(RouteChanges changes) {
    for (var key : changes.removed()) {
      var gone = published.remove(key);
      if (gone != null) {
        gone.close();
        draining.add(gone);
        routes.remove(key);
      }
    }
    routes.putAll(changes.set());
    changes.set().forEach(this::publish);
    forgetDrained();
  }

  private void forgetDrained() {
    draining.removeIf(drained -> drained.connections() == 0);
  }

  private void publish(ListenKey key, Route route) {
    var backends =
        route.backends().stream()
            .map(b -> new InetSocketAddress(InetAddress.ofLiteral(b.address()), b.port().number()))
            .distinct()
            .toList();
    var listener = published.computeIfAbsent(key, Published::new);
    listener.forwardTo(new Backends(backends, route.spread(), route.proxyHeader()));
    listener.bindMissing();
  }

  @Override
  public synchronized void retry() {
    published.values().forEach(Published::bindMissing);
    forgetDrained();
  }

  /** Whether the port is this plane's on each of its addresses. */
  synchronized boolean holds(ListenKey key) {
    var there = published.get(key);
    return there != null && there.failed.isEmpty();
  }

  @Override
  public synchronized List<ListenerState> states() {
    forgetDrained();
    var states = new ArrayList<ListenerState>();
    published.values().forEach(p -> p.report(states));
    draining.forEach(d -> states.add(new Draining(d.key, d.connections())));
    return states;
  }

  /** Frees every port and resets every connection. */
  @Override
  public synchronized void close() {
    published.values().forEach(Published::abort);
    draining.forEach(Published::abort);
    published.clear();
    draining.clear();
    routes.clear();
  }

  /** One key's listeners, at most one on each address. */
  private final class Published {
    private final ListenKey key;
    private final Map<InetAddress, Listener> bound = new LinkedHashMap<>();
    private final Map<InetAddress, String> failed = new LinkedHashMap<>();
    private Backends backends = Backends.NONE;

    Published(ListenKey key) {
      this.key = key;
    }

    void forwardTo(Backends next) {
      backends = next;
      bound.values().forEach(listener -> listener.forwardTo(next));
    }

    void bindMissing() {
      if (key.protocol() == Protocol.TCP && bound.size() == addresses.size()) {
        return;
      }
      failed.clear();
      var wanted = wanted();
      bound
          .entrySet()
          .removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
              entry.getValue().close();
            }
            return gone;
          });
      for (var address : wanted) {
        if (!bound.containsKey(address)) {
          bind(address);
        }
      }
    }

    /**
     * A datagram must be answered from the address it was sent to, and a socket bound to all
     * addresses cannot tell which that was.
     */
    private Collection<InetAddress> wanted() {
      return switch (key.protocol()) {
        case UDP -> OwnAddresses.of(addresses);
        case TCP, SCTP -> addresses;
      };
    }

    private void bind(InetAddress address) {
      try {
        switch (key.protocol()) {
          case TCP -> bound.put(address, relay.listen(at(address), backends));
          case UDP -> bound.put(address, relay.listenForDatagrams(at(address), backends));
          case SCTP -> failed.put(address, "this mesh carries tcp and udp, not " + key.protocol());
        }
      } catch (UncheckedIOException e) {
        failed.put(address, String.valueOf(e.getMessage()));
      }
    }

    private InetSocketAddress at(InetAddress address) {
      return new InetSocketAddress(address, key.port().number());
    }

    int connections() {
      return bound.values().stream().mapToInt(Listener::connections).sum();
    }

    void report(List<ListenerState> states) {
      if (!bound.isEmpty()) {
        var listeners = List.copyOf(bound.values());
        states.add(
            new Listening(
                key,
                Kind.RELAY,
                listeners.stream().map(Listener::address).toList(),
                listeners.getFirst().backends().addresses().size(),
                connections()));
      }
      failed.forEach((address, reason) -> states.add(new BindFailed(key, at(address), reason)));
    }

    void close() {
      bound.values().forEach(Listener::close);
    }

    void abort() {
      bound.values().forEach(Listener::abort);
    }
  }
}
