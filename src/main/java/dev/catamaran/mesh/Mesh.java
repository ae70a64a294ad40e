package dev.catamaran.mesh;

import dev.catamaran.mesh.ListenerState.BindFailed;
import dev.catamaran.mesh.ListenerState.Draining;
import dev.catamaran.mesh.ListenerState.Listening;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RoutingTable;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One node's published ports, as the last table says. Listeners outlive tables: a port that stays
 * is never closed in between, and a port that cannot be bound does not stop the others.
 *
 * <p>Not the owner of its relay, which several meshes of one process may share.
 */
public final class Mesh implements AutoCloseable {
  private final List<InetAddress> addresses;
  private final Relay relay;
  private final Map<ListenKey, Published> published = new TreeMap<>();
  private final List<Published> draining = new ArrayList<>();
  private RoutingTable table = RoutingTable.EMPTY;

  /**
   * @param addresses where to listen; the wildcard on a real node
   */
  public Mesh(List<InetAddress> addresses, Relay relay) {
    this.addresses = List.copyOf(addresses);
    this.relay = relay;
  }

  /**
   * Brings the listeners to the table. Once this returns no new connection is started to a backend
   * that is not in it; connections that stand live on.
   */
  public synchronized void switchTo(RoutingTable next) {
    table = next;
    published
        .entrySet()
        .removeIf(entry -> {
          boolean gone = !next.routes().containsKey(entry.getKey());
          if (gone) {
            entry.getValue().close();
            draining.add(entry.getValue());
          }
          return gone;
        });
    next.routes().forEach(this::publish);
    draining.removeIf(drained -> drained.connections() == 0);
  }

  private void publish(ListenKey key, Route route) {
    var backends =
        route.backends().stream()
            .map(b -> new InetSocketAddress(InetAddress.ofLiteral(b.address()), b.port().number()))
            .distinct()
            .toList();
    var listener = published.computeIfAbsent(key, Published::new);
    listener.forwardTo(backends);
    listener.bindMissing(backends);
  }

  /** Tries again to bind what could not be bound. */
  public synchronized void retry() {
    switchTo(table);
  }

  /** In the order of the ports; what is draining comes last. */
  public synchronized List<ListenerState> states() {
    draining.removeIf(drained -> drained.connections() == 0);
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
    table = RoutingTable.EMPTY;
  }

  /** One key's listeners, at most one on each address. */
  private final class Published {
    private final ListenKey key;
    private final Map<InetAddress, RelayListener> bound = new LinkedHashMap<>();
    private final Map<InetAddress, String> failed = new LinkedHashMap<>();

    Published(ListenKey key) {
      this.key = key;
    }

    void forwardTo(List<InetSocketAddress> backends) {
      bound.values().forEach(listener -> listener.forwardTo(backends));
    }

    void bindMissing(List<InetSocketAddress> backends) {
      failed.clear();
      for (var address : addresses) {
        if (!bound.containsKey(address)) {
          bind(address, backends);
        }
      }
    }

    private void bind(InetAddress address, List<InetSocketAddress> backends) {
      if (key.protocol() != Protocol.TCP) {
        failed.put(address, "this mesh carries tcp only, not " + key.protocol());
        return;
      }
      try {
        bound.put(address, relay.listen(at(address), backends));
      } catch (UncheckedIOException e) {
        failed.put(address, e.getMessage());
      }
    }

    private InetSocketAddress at(InetAddress address) {
      return new InetSocketAddress(address, key.port().number());
    }

    int connections() {
      return bound.values().stream().mapToInt(RelayListener::connections).sum();
    }

    void report(List<ListenerState> states) {
      if (!bound.isEmpty()) {
        var listeners = List.copyOf(bound.values());
        states.add(
            new Listening(
                key,
                listeners.stream().map(RelayListener::address).toList(),
                listeners.getFirst().backends().size(),
                connections()));
      }
      failed.forEach((address, reason) -> states.add(new BindFailed(key, at(address), reason)));
    }

    void close() {
      bound.values().forEach(RelayListener::close);
    }

    void abort() {
      bound.values().forEach(RelayListener::abort);
    }
  }
}
