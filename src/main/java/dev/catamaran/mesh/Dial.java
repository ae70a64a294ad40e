package dev.catamaran.mesh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An accepted client that waits for a backend. A backend that refuses or stays silent is passed
 * over for the next; when all that may be tried are tried, the client is reset.
 */
final class Dial implements Ready {
  private final Loop loop;
  private final RelayListener listener;
  private final SocketChannel client;
  private final Relay.Options options;
  private final List<InetSocketAddress> tried = new ArrayList<>(2);

  /** The channel that is connecting; null between attempts and after the last. */
  private @Nullable SocketChannel waiting;

  Dial(Loop loop, RelayListener listener, SocketChannel client, Relay.Options options) {
    this.loop = loop;
    this.listener = listener;
    this.client = client;
    this.options = options;
  }

  void start() {
    try {
      Sockets.prepare(client);
      next();
    } catch (IOException _) {
      giveUp();
    }
  }

  private void next() throws IOException {
    while (tried.size() < options.attempts()) {
      var channel = SocketChannel.open();
      if (dialed(channel)) {
        return;
      }
      Sockets.close(channel, true);
      if (listener.untried(tried).isEmpty()) {
        break;
      }
    }
    giveUp();
  }

  /** False where this attempt came to nothing at once. */
  private boolean dialed(SocketChannel channel) throws IOException {
    Sockets.prepare(channel);
    var from = ((InetSocketAddress) client.getRemoteAddress()).getAddress();
    return switch (listener.dial(channel, tried, from)) {
      case NO_BACKEND, FAILED -> false;
      case CONNECTED -> {
        if (Sockets.metItself(channel)) {
          yield false;
        }
        Connection.open(loop, listener, client, channel);
        yield true;
      }
      case CONNECTING -> {
        waiting = channel;
        channel.register(loop.thread.selector(), SelectionKey.OP_CONNECT, this);
        loop.thread.watch(
            new Patience(channel, System.nanoTime() + options.connectTimeout().toNanos()));
        yield true;
      }
    };
  }

  @Override
  public void ready(SelectionKey key) {
    var channel = (SocketChannel) key.channel();
    try {
      if (!channel.finishConnect()) {
        return;
      }
      if (Sockets.metItself(channel)) {
        failed(channel);
        return;
      }
    } catch (IOException _) {
      failed(channel);
      return;
    }
    waiting = null;
    Connection.open(loop, listener, client, channel);
  }

  private void failed(SocketChannel channel) {
    waiting = null;
    Sockets.close(channel, true);
    try {
      next();
    } catch (IOException _) {
      giveUp();
    }
  }

  private void giveUp() {
    waiting = null;
    Sockets.close(client, true);
    listener.ended();
  }

  @Override
  public boolean cameThrough(Listener through) {
    return listener == through;
  }

  @Override
  public void abortHere() {
    if (waiting != null) {
      Sockets.close(waiting, true);
      giveUp();
    }
  }

  /** How long one backend may stay silent. */
  private final class Patience implements SelectorThread.Deadline {
    private final SocketChannel channel;
    private final long nanos;

    Patience(SocketChannel channel, long nanos) {
      this.channel = channel;
      this.nanos = nanos;
    }

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public boolean over() {
      return !channel.equals(waiting);
    }

    @Override
    public void expire() {
      failed(channel);
    }
  }
}
