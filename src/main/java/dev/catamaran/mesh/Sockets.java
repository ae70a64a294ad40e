package dev.catamaran.mesh;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/** What every relayed socket is given, and how it is let go. */
final class Sockets {
  private Sockets() {}

  static void prepare(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    // A peer that vanished without a word is found, and its place given back.
    channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
  }

  /**
   * Whether TCP joined the socket to itself: it does so where nobody listens on a local port and
   * the kernel happens to pick that very port to connect from. No backend is behind it.
   */
  static boolean metItself(SocketChannel connected) throws IOException {
    return connected.getLocalAddress().equals(connected.getRemoteAddress());
  }

  static void close(SocketChannel channel, boolean reset) {
    try {
      if (reset && channel.isOpen()) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (IOException _) {
      // A socket that takes no option any more is closed all the same.
    }
    try {
      channel.close();
    } catch (IOException _) {
      // Nothing is left to be done with a socket that does not even close.
    }
  }
}
