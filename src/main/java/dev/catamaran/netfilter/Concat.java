package dev.catamaran.netfilter;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A key or value of several fields as nftables keeps it: each field padded to four bytes. Two of
 * them with the same fields are equal buffers.
 */
public final class Concat {
  private final ByteBuffer bytes;

  private Concat(int fields) {
    bytes = ByteBuffer.allocate(4 * fields);
  }

  /** A protocol's number and one of its ports. */
  public static ByteBuffer protocolPort(int protocol, int port) {
    return new Concat(2).small(protocol).port(port).done();
  }

  /** A protocol's number, one of its ports, and a number the kernel computes. */
  public static ByteBuffer protocolPortNumber(int protocol, int port, int number) {
    return new Concat(3).small(protocol).port(port).computed(number).done();
  }

  public static ByteBuffer addressPort(Inet4Address address, int port) {
    var concat = new Concat(2);
    concat.bytes.put(address.getAddress());
    return concat.port(port).done();
  }

  /** A number that the kernel compares with numbers of its own. */
  public static ByteBuffer number(int number) {
    return new Concat(1).computed(number).done();
  }

  private Concat small(int value) {
    bytes.put((byte) value).put((byte) 0).putShort((short) 0);
    return this;
  }

  private Concat port(int value) {
    bytes.putShort((short) value).putShort((short) 0);
    return this;
  }

  private Concat computed(int value) {
    bytes.order(ByteOrder.nativeOrder()).putInt(value).order(ByteOrder.BIG_ENDIAN);
    return this;
  }

  private ByteBuffer done() {
    return bytes.flip();
  }
}
