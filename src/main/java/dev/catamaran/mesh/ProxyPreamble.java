package dev.catamaran.mesh;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** The header by which the PROXY protocol, version 2, tells a backend whose connection it gets. */
final class ProxyPreamble {
  private static final byte[] SIGNATURE = {
    0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a
  };
  private static final byte VERSION_2_PROXIED = 0x21;
  private static final byte TCP_OVER_IPV4 = 0x11;
  private static final byte TCP_OVER_IPV6 = 0x21;

  private ProxyPreamble() {}

  static ByteBuffer of(InetSocketAddress client, InetSocketAddress asked) {
    boolean four =
        client.getAddress() instanceof Inet4Address && asked.getAddress() instanceof Inet4Address;
    var from = bytes(client.getAddress(), four);
    var to = bytes(asked.getAddress(), four);
    int length = from.length + to.length + 4;
    return ByteBuffer.allocate(SIGNATURE.length + 4 + length)
        .put(SIGNATURE)
        .put(VERSION_2_PROXIED)
        .put(four ? TCP_OVER_IPV4 : TCP_OVER_IPV6)
        .putShort((short) length)
        .put(from)
        .put(to)
        .putShort((short) client.getPort())
        .putShort((short) asked.getPort())
        .flip();
  }

  /** An IPv4 address beside one of IPv6 is written as IPv6 writes it. */
  private static byte[] bytes(InetAddress address, boolean four) {
    var own = address.getAddress();
    if (four || own.length == 16) {
      return own;
    }
    return ByteBuffer.allocate(16).putShort(10, (short) 0xffff).put(12, own).array();
  }

  /**
   * Sends the header of a client to its backend, before anything else was sent.
   *
   * @throws IOException where the fresh socket does not take so few bytes at once
   */
  static void send(SocketChannel client, SocketChannel backend) throws IOException {
    var header =
        of(
            (InetSocketAddress) client.getRemoteAddress(),
            (InetSocketAddress) client.getLocalAddress());
    backend.write(header);
    if (header.hasRemaining()) {
      throw new IOException("the backend takes no header");
    }
  }
}
