package dev.catamaran.mesh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A bound TCP address and the backends behind it. Made by {@link Relay#listen}. */
public final class RelayListener implements Listener {
  /** What became of an attempt to reach a backend. */
  enum Attempt {
    NO_BACKEND,
    FAILED,
    CONNECTED,
    CONNECTING
  }

  private final Relay relay;
  private final ServerSocketChannel channel;
  private final InetSocketAddress address;
  private volatile Backends backends;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();

  /**
   * Held shared from the look at the backends to the start of a connection, and alone to change
   * them: so nobody is connected to a backend that was taken away.
   */
  private final ReentrantReadWriteLock dialing = new ReentrantReadWriteLock();

  RelayListener(Relay relay, ServerSocketChannel channel, Backends backends) throws IOException {
    this.relay = relay;
    this.channel = channel;
    this.address = (InetSocketAddress) channel.getLocalAddress();
    this.backends = backends;
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public Backends backends() {
    return backends;
  }

  @Override
  public int connections() {
    return connections.get();
  }

  @Override
  public void forwardTo(Backends next) {
    if (next.equals(backends)) {
      return;
    }
    var alone = dialing.writeLock();
    alone.lock();
    try {
      backends = next;
    } finally {
      alone.unlock();
    }
  }

  @Override
  public void close() {
    relay.stopAccepting(this);
  }

  @Override
  public void abort() {
    close();
    relay.abortConnections(this);
  }

  ServerSocketChannel channel() {
    return channel;
  }

  /** The key's attachment on the acceptor's selector. */
  Ready acceptance() {
    return new Ready() {
      @Override
      public void ready(SelectionKey key) {
        relay.accept(RelayListener.this);
      }

      @Override
      public boolean cameThrough(Listener listener) {
        return listener == RelayListener.this;
      }

      @Override
      public void abortHere() {
        closeChannel();
      }
    };
  }

  void closeChannel() {
    try {
      channel.close();
    } catch (IOException _) {
      // The port is gone from us either way.
    }
  }

  void began() {
    connections.incrementAndGet();
  }

  void ended() {
    connections.decrementAndGet();
    relay.ended();
  }

  List<InetSocketAddress> untried(Collection<InetSocketAddress> tried) {
    return backends.addresses().stream().filter(b -> !tried.contains(b)).toList();
  }

  /** Picks a backend for a client, notes it as tried and starts to connect. */
  Attempt dial(SocketChannel outward, Collection<InetSocketAddress> tried, InetAddress client) {
    var shared = dialing.readLock();
    shared.lock();
    try {
      var now = backends;
      var candidates = tried.isEmpty() ? now.addresses() : untried(tried);
      if (candidates.isEmpty()) {
        return Attempt.NO_BACKEND;
      }
      var chosen = now.pick(candidates, turn.getAndIncrement(), client);
      tried.add(chosen);
      return outward.connect(chosen) ? Attempt.CONNECTED : Attempt.CONNECTING;
    } catch (IOException _) {
      return Attempt.FAILED;
    } finally {
      shared.unlock();
    }
  }
}
