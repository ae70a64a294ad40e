package dev.catamaran.mesh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bound UDP address and the backends behind it. What one client sends from one port is a flow,
 * and has a socket of its own towards its backend; the answers go back by the bound address. A flow
 * ends when nothing came for a while, when its backend is taken away, or when it is the oldest of
 * too many. Made by {@link Relay#listenForDatagrams}; all but the first methods run on one loop.
 */
final class DatagramListener implements Listener, Ready {
  /** Datagrams from one socket in a row, before the others of the loop get their turn. */
  private static final int READS_PER_TURN = 64;

  private final Loop loop;
  private final DatagramChannel channel;
  private final InetSocketAddress address;
  private final Relay.Options options;
  private volatile Backends backends;
  private final AtomicInteger flowsNow = new AtomicInteger();

  /** The one that was silent for longest comes first. */
  private final LinkedHashMap<SocketAddress, Flow> flows = new LinkedHashMap<>(16, 0.75f, true);

  private int turn;
  private boolean closed;

  DatagramListener(Loop loop, DatagramChannel channel, Relay.Options options, Backends backends)
      throws IOException {
    this.loop = loop;
    this.channel = channel;
    this.address = (InetSocketAddress) channel.getLocalAddress();
    this.options = options;
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

  /** Flows. */
  @Override
  public int connections() {
    return flowsNow.get();
  }

  /** Flows to a backend that is no more in the list end: the next datagram goes elsewhere. */
  @Override
  public void forwardTo(Backends next) {
    if (next.equals(backends)) {
      return;
    }
    loop.thread.executeAndWait(() -> {
      backends = next;
      flows.values().stream()
          .filter(f -> !next.addresses().contains(f.backend))
          .toList()
          .forEach(Flow::end);
    });
    // The loop may have ended, and then nothing is forwarded any more.
    backends = next;
  }

  /** Ends the flows too: without the bound address nobody could be answered. */
  @Override
  public void close() {
    loop.thread.executeAndWait(() -> {
      abortHere();
      loop.thread.flushClosed();
    });
    closeQuietly(channel);
  }

  @Override
  public void abort() {
    close();
  }

  /** On the loop's thread. */
  void register() throws IOException {
    channel.register(loop.thread.selector(), SelectionKey.OP_READ, this);
    loop.thread.every(options.datagramIdle().dividedBy(4), this::sweep);
  }

  private boolean sweep() {
    long now = System.nanoTime();
    long limit = options.datagramIdle().toNanos();
    while (!flows.isEmpty()) {
      var oldest = flows.firstEntry().getValue();
      if (now - oldest.used < limit) {
        break;
      }
      oldest.end();
    }
    return !closed;
  }

  @Override
  public void ready(SelectionKey key) {
    try {
      long now = System.nanoTime();
      for (int i = 0; i < READS_PER_TURN; i++) {
        var buffer = loop.shared.clear();
        var client = channel.receive(buffer);
        if (client == null) {
          return;
        }
        buffer.flip();
        forward(client, now);
      }
    } catch (IOException _) {
      // What the system says here is of a datagram sent before; the next one may do well.
    }
  }

  private void forward(SocketAddress client, long now) {
    var flow = flows.get(client);
    if (flow == null) {
      flow = open(client);
      if (flow == null) {
        return;
      }
    }
    flow.used = now;
    try {
      flow.channel.write(loop.shared);
    } catch (IOException _) {
      flow.end();
    }
  }

  private @org.jspecify.annotations.Nullable Flow open(SocketAddress client) {
    var now = backends;
    if (now.addresses().isEmpty()) {
      return null;
    }
    if (flows.size() >= options.maxFlows()) {
      flows.firstEntry().getValue().end();
    }
    var backend = now.pick(now.addresses(), turn++, ((InetSocketAddress) client).getAddress());
    try {
      var flow = new Flow(client, backend, DatagramChannel.open());
      flows.put(client, flow);
      flowsNow.incrementAndGet();
      if (flow.connected()) {
        return flow;
      }
      flow.end();
      return null;
    } catch (IOException _) {
      // No descriptor is left: datagrams may be lost, and these are.
      return null;
    }
  }

  @Override
  public boolean cameThrough(Listener listener) {
    return listener == this;
  }

  @Override
  public void abortHere() {
    closed = true;
    new ArrayList<>(flows.values()).forEach(Flow::end);
    closeQuietly(channel);
  }

  private static void closeQuietly(DatagramChannel channel) {
    try {
      channel.close();
    } catch (IOException _) {
      // Nothing is left to be done with a socket that does not even close.
    }
  }

  /** One client's port, and the socket that stands for it towards one backend. */
  private final class Flow implements Ready {
    private final SocketAddress client;
    private final InetSocketAddress backend;
    private final DatagramChannel channel;
    private long used;

    Flow(SocketAddress client, InetSocketAddress backend, DatagramChannel channel) {
      this.client = client;
      this.backend = backend;
      this.channel = channel;
    }

    boolean connected() {
      try {
        channel.configureBlocking(false);
        channel.connect(backend);
        channel.register(loop.thread.selector(), SelectionKey.OP_READ, this);
        return true;
      } catch (IOException _) {
        return false;
      }
    }

    @Override
    public void ready(SelectionKey key) {
      try {
        for (int i = 0; i < READS_PER_TURN; i++) {
          var buffer = loop.shared.clear();
          if (channel.receive(buffer) == null) {
            return;
          }
          used = System.nanoTime();
          DatagramListener.this.channel.send(buffer.flip(), client);
        }
      } catch (IOException _) {
        // Most often nobody listens at the backend: the client's next datagram tries another.
        end();
      }
    }

    void end() {
      if (flows.remove(client, this)) {
        flowsNow.decrementAndGet();
      }
      closeQuietly(channel);
    }

    @Override
    public boolean cameThrough(Listener listener) {
      return listener == DatagramListener.this;
    }

    @Override
    public void abortHere() {
      end();
    }
  }
}
