package dev.catamaran.mesh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Forwards TCP connections and UDP flows in user space, on every operating system the same way.
 * Owns one thread that accepts and some that relay; a connection stays on the thread it was dealt
 * to.
 */
public final class Relay implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Relay.class.getName());
  private static final int BACKLOG = 1024;

  /** Connections accepted in a row from one listener, before the others get their turn. */
  private static final int ACCEPTS_PER_TURN = 64;

  private static final long PAUSE_NANOS = 10_000_000;

  /** How often in an idle time-out connections are looked at: it is kept to a sixteenth. */
  private static final int IDLE_LOOKS = 16;

  /**
   * Measures of a relay.
   *
   * @param loops relaying threads
   * @param maxConnections TCP clients served at the same time; more are reset
   * @param attempts backends tried for one client
   * @param connectTimeout silence after which the next backend is tried
   * @param pendingBuffers 64 KB buffers for readers that are slower than their writers; a
   *     connection that needs one when all are in use is reset
   * @param idle after which a TCP connection without a byte in either direction is reset
   * @param maxFlows UDP clients of one address; when one more comes, the one that was silent for
   *     longest has to go
   * @param datagramIdle after which a UDP client is forgotten
   */
  public record Options(
      int loops,
      int maxConnections,
      int attempts,
      Duration connectTimeout,
      int pendingBuffers,
      Duration idle,
      int maxFlows,
      Duration datagramIdle) {
    public Options {
      if (loops < 1
          || maxConnections < 1
          || attempts < 1
          || pendingBuffers < loops
          || maxFlows < 1) {
        throw new IllegalArgumentException("a relay needs at least one of each");
      }
      if (!connectTimeout.isPositive() || !idle.isPositive() || !datagramIdle.isPositive()) {
        throw new IllegalArgumentException("a time limit of no time lets nobody in");
      }
    }

    /**
     * A loop for each processor; 20,000 connections, 4 attempts of 3 s, an hour of silence, 128 MB
     * for slow readers; 8,192 UDP flows an address, a minute of silence.
     */
    public static Options defaults() {
      int processors = Math.max(1, Runtime.getRuntime().availableProcessors());
      return new Options(
          processors,
          20_000,
          4,
          Duration.ofSeconds(3),
          Math.max(2_048, processors),
          Duration.ofHours(1),
          8_192,
          Duration.ofMinutes(1));
    }

    /** The same with another number of relaying threads, and of buffers for slow readers. */
    public Options withThreads(int number, int buffers) {
      return new Options(
          number, maxConnections, attempts, connectTimeout, buffers, idle, maxFlows, datagramIdle);
    }
  }

  private final Options options;
  private final SelectorThread acceptor = new SelectorThread("catamaran-relay-accept");
  private final List<Loop> loops;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger datagramTurn = new AtomicInteger();
  private int nextLoop;
  private long warned = System.nanoTime() - 2_000_000_000L;

  private Relay(Options options) {
    this.options = options;
    int pending = options.pendingBuffers() / options.loops();
    loops =
        IntStream.range(0, options.loops())
            .mapToObj(i -> new Loop(i, pending, options.idle()))
            .toList();
  }

  public static Relay start() {
    return start(Options.defaults());
  }

  public static Relay start(Options options) {
    var relay = new Relay(options);
    relay.acceptor.start();
    for (var loop : relay.loops) {
      loop.thread.every(options.idle().dividedBy(IDLE_LOOKS), loop::dropIdle);
      loop.thread.start();
    }
    return relay;
  }

  /**
   * Binds an address and forwards what comes in to the backends in turn; a client that comes while
   * there are none is reset.
   *
   * @param address port 0 lets the system choose
   * @throws UncheckedIOException where the address cannot be bound; its message says which and why
   */
  RelayListener listen(InetSocketAddress address, Backends backends) {
    return bound(
        address,
        ServerSocketChannel::open,
        channel -> {
          channel.bind(address, BACKLOG);
          var listener = new RelayListener(this, channel, backends);
          acceptor.executeAndWait(() -> register(listener));
          return listener;
        });
  }

  /**
   * As {@link #listen}, for UDP; a datagram that comes while there are no backends is lost.
   *
   * @throws UncheckedIOException where the address cannot be bound; its message says which and why
   */
  DatagramListener listenForDatagrams(InetSocketAddress address, Backends backends) {
    return bound(
        address,
        DatagramChannel::open,
        channel -> {
          channel.bind(address);
          var loop = loops.get(Math.floorMod(datagramTurn.getAndIncrement(), loops.size()));
          var listener = new DatagramListener(loop, channel, options, backends);
          loop.thread.executeAndWait(() -> register(listener));
          return listener;
        });
  }

  private interface Opening<C> {
    C open() throws IOException;
  }

  private interface Binding<C, L> {
    L bind(C channel) throws IOException;
  }

  private static <C extends SelectableChannel, L> L bound(
      InetSocketAddress address, Opening<C> opening, Binding<C, L> binding) {
    try {
      var channel = opening.open();
      try {
        channel.configureBlocking(false);
        return binding.bind(channel);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(printed(address) + ": " + e.getMessage(), e);
    }
  }

  private static void register(DatagramListener listener) {
    try {
      listener.register();
    } catch (IOException e) {
      throw new UncheckedIOException(printed(listener.address()), e);
    }
  }

  /** TCP clients being served now. */
  public int connections() {
    return connections.get();
  }

  /** 64 KB buffers that hold bytes for slow readers now; for tests. */
  int pendingInUse() {
    var sum = new AtomicInteger();
    for (var loop : loops) {
      loop.thread.executeAndWait(() -> sum.addAndGet(loop.pending.inUse()));
    }
    return sum.get();
  }

  private static String printed(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  private void register(RelayListener listener) {
    try {
      listener
          .channel()
          .register(acceptor.selector(), SelectionKey.OP_ACCEPT, listener.acceptance());
    } catch (IOException e) {
      throw new UncheckedIOException(printed(listener.address()), e);
    }
  }

  /** Only on the acceptor's thread. */
  void accept(RelayListener listener) {
    try {
      for (int i = 0; i < ACCEPTS_PER_TURN; i++) {
        var client = listener.channel().accept();
        if (client == null) {
          return;
        }
        deal(listener, client);
      }
    } catch (IOException e) {
      // Most often no file descriptor is left. The client waits in the backlog meanwhile, and
      // without a pause this thread would spin on it.
      warn("cannot accept on " + printed(listener.address()) + ": " + e.getMessage());
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** At most once a second; only on the acceptor's thread. */
  private void warn(String line) {
    long now = System.nanoTime();
    if (now - warned > 1_000_000_000L) {
      warned = now;
      LOG.log(System.Logger.Level.WARNING, line);
    }
  }

  private void deal(RelayListener listener, SocketChannel client) {
    if (connections.get() >= options.maxConnections()) {
      Sockets.close(client, true);
      return;
    }
    connections.incrementAndGet();
    listener.began();
    var loop = loops.get(nextLoop);
    nextLoop = (nextLoop + 1) % loops.size();
    loop.thread.execute(() -> new Dial(loop, listener, client, options).start());
  }

  void ended() {
    connections.decrementAndGet();
  }

  void stopAccepting(RelayListener listener) {
    acceptor.executeAndWait(() -> {
      listener.closeChannel();
      // A closed channel keeps its port until the selector has let go of its key.
      acceptor.flushClosed();
    });
    listener.closeChannel();
  }

  void abortConnections(RelayListener listener) {
    for (var loop : loops) {
      loop.thread.executeAndWait(() -> loop.abort(listener));
    }
  }

  /** Frees every port, resets every connection and ends the threads. */
  @Override
  public void close() {
    acceptor.close();
    loops.forEach(loop -> loop.thread.close());
  }
}
