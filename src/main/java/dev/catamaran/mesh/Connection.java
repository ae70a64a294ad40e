package dev.catamaran.mesh;

import dev.catamaran.route.ProxyHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client and a backend, bytes copied both ways until both have said their last. All of it runs on
 * one loop's thread, so nothing is locked.
 */
final class Connection {
  /** Full reads in a row from one socket, before the others of the loop get their turn. */
  private static final int READS_PER_TURN = 8;

  private final Loop loop;
  private final RelayListener listener;
  private final Side client;
  private final Side backend;
  private boolean closed;

  /** The loop's clock when something last moved; read once a turn, not once a byte. */
  private long moved;

  private Connection(
      Loop loop, RelayListener listener, SocketChannel client, SocketChannel backend) {
    this.loop = loop;
    this.listener = listener;
    this.client = new Side(client);
    this.backend = new Side(backend);
  }

  /** Starts relaying; both channels are non-blocking and connected. */
  static void open(Loop loop, RelayListener listener, SocketChannel client, SocketChannel backend) {
    var connection = new Connection(loop, listener, client, backend);
    connection.client.other = connection.backend;
    connection.backend.other = connection.client;
    connection.moved = loop.thread.now();
    try {
      if (listener.backends().proxyHeader() == ProxyHeader.V2) {
        ProxyPreamble.send(client, backend);
      }
      connection.client.register();
      connection.backend.register();
    } catch (IOException _) {
      connection.abort();
    }
  }

  /** Resets both sockets: an end that was not an orderly one is passed on as such. */
  void abort() {
    close(true);
  }

  private void close(boolean reset) {
    if (closed) {
      return;
    }
    closed = true;
    client.close(reset);
    backend.close(reset);
    listener.ended();
  }

  /** One of the two sockets. */
  final class Side implements Ready {
    private final SocketChannel channel;
    private @Nullable SelectionKey key;
    private @Nullable Side other;

    /** Bytes from the other side that this socket did not take yet. */
    private @Nullable ByteBuffer pending;

    /** Whether this socket said its last. */
    private boolean ended;

    Side(SocketChannel channel) {
      this.channel = channel;
    }

    void register() throws IOException {
      key = channel.register(loop.thread.selector(), SelectionKey.OP_READ, this);
    }

    @Override
    public void ready(SelectionKey key) {
      moved = loop.thread.now();
      try {
        int ops = key.readyOps();
        if ((ops & SelectionKey.OP_WRITE) != 0) {
          flush();
        }
        if ((ops & SelectionKey.OP_READ) != 0 && !closed && !ended) {
          pull();
        }
      } catch (IOException _) {
        abort();
      }
    }

    /** Nanoseconds since a byte moved in either direction. */
    long silentSince(long now) {
      return now - moved;
    }

    private void pull() throws IOException {
      var shared = loop.shared;
      for (int turn = 0; turn < READS_PER_TURN; turn++) {
        shared.clear();
        int read = channel.read(shared);
        if (read < 0) {
          end();
          return;
        }
        shared.flip();
        other().channel.write(shared);
        if (shared.hasRemaining()) {
          other().keep(shared);
          return;
        }
        if (read < Loop.BUFFER_BYTES) {
          return;
        }
      }
    }

    private void end() throws IOException {
      ended = true;
      if (other().pending == null) {
        other().lastByteWritten();
      }
      adjust();
    }

    /** Keeps what this socket does not take now; until it is gone the other side is not read. */
    private void keep(ByteBuffer rest) {
      var buffer = loop.pending.take();
      if (buffer == null) {
        abort();
        return;
      }
      pending = buffer.put(rest).flip();
      adjust();
      other().adjust();
    }

    private void flush() throws IOException {
      if (pending == null) {
        return;
      }
      channel.write(pending);
      if (pending.hasRemaining()) {
        return;
      }
      loop.pending.give(pending);
      pending = null;
      if (other().ended) {
        lastByteWritten();
      }
      adjust();
      other().adjust();
    }

    private void lastByteWritten() throws IOException {
      channel.shutdownOutput();
      if (ended && other().pending == null) {
        Connection.this.close(false);
      }
    }

    private void adjust() {
      if (closed || key == null) {
        return;
      }
      boolean reads = !ended && other().pending == null;
      boolean writes = pending != null;
      key.interestOps((reads ? SelectionKey.OP_READ : 0) | (writes ? SelectionKey.OP_WRITE : 0));
    }

    private Side other() {
      return Objects.requireNonNull(other);
    }

    void close(boolean reset) {
      if (pending != null) {
        loop.pending.give(pending);
        pending = null;
      }
      Sockets.close(channel, reset);
    }

    @Override
    public boolean cameThrough(Listener through) {
      return listener == through;
    }

    @Override
    public void abortHere() {
      Connection.this.abort();
    }
  }
}
