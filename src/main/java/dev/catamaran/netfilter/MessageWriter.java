package dev.catamaran.netfilter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Netlink messages with their nested attributes, one after the other. */
final class MessageWriter {
  /** "This is a request"; every message of ours is one. */
  static final int REQUEST = 0x1;

  static final int ACK = 0x4;
  static final int DUMP = 0x300;
  static final int CREATE = 0x400;
  static final int APPEND = 0x800;

  /** Bits of an attribute's type that say "attributes inside". */
  static final int NESTED = 0x8000;

  private static final int START_BYTES = 4096;
  private static final AtomicInteger SEQUENCE = new AtomicInteger(1);

  private ByteBuffer bytes = ByteBuffer.allocate(START_BYTES).order(ByteOrder.nativeOrder());
  private int message;
  private int sequence;

  /**
   * Begins a message.
   *
   * @param type subsystem and message, as netfilter counts them
   * @param family of the addresses in question; 0 for any
   * @param resource what netfilter calls res_id; the subsystem, where a transaction begins or ends
   */
  MessageWriter begin(int type, int flags, int family, int resource) {
    room(20);
    message = bytes.position();
    sequence = SEQUENCE.getAndIncrement();
    bytes.putInt(0).putShort((short) type).putShort((short) (flags | REQUEST));
    bytes.putInt(sequence).putInt(0);
    bytes.put((byte) family).put((byte) 0);
    return big16(resource);
  }

  /** Ends the message and returns its sequence number. */
  int end() {
    bytes.putInt(message, bytes.position() - message);
    return sequence;
  }

  /** Has the kernel answer the message that ended last, even where it did as it was asked. */
  void acknowledge() {
    int flags = message + 6;
    bytes.putShort(flags, (short) (bytes.getShort(flags) | ACK));
  }

  /** Begins an attribute that holds others; the number returned ends it. */
  int nest(int type) {
    return open(type | NESTED);
  }

  void unnest(int start) {
    close(start);
  }

  MessageWriter text(int type, String value) {
    var ascii = value.getBytes(StandardCharsets.US_ASCII);
    int start = open(type);
    room(ascii.length + 1);
    bytes.put(ascii).put((byte) 0);
    return close(start);
  }

  /** A number in the order of the network, as nftables wants nearly all of its numbers. */
  MessageWriter number(int type, int value) {
    int start = open(type);
    room(4);
    bytes.order(ByteOrder.BIG_ENDIAN).putInt(value).order(ByteOrder.nativeOrder());
    return close(start);
  }

  /** A number in the order of this machine. */
  MessageWriter nativeNumber(int type, int value) {
    int start = open(type);
    room(4);
    bytes.putInt(value);
    return close(start);
  }

  MessageWriter number16(int type, int value) {
    int start = open(type);
    room(2);
    big16(value);
    return close(start);
  }

  MessageWriter number8(int type, int value) {
    int start = open(type);
    room(1);
    bytes.put((byte) value);
    return close(start);
  }

  MessageWriter raw(int type, ByteBuffer value) {
    int start = open(type);
    room(value.remaining());
    bytes.put(value.duplicate());
    return close(start);
  }

  ByteBuffer written() {
    return bytes.duplicate().flip();
  }

  int length() {
    return bytes.position();
  }

  private MessageWriter big16(int value) {
    bytes.order(ByteOrder.BIG_ENDIAN).putShort((short) value).order(ByteOrder.nativeOrder());
    return this;
  }

  private int open(int type) {
    room(4);
    int start = bytes.position();
    bytes.putShort((short) 0).putShort((short) type);
    return start;
  }

  private MessageWriter close(int start) {
    bytes.putShort(start, (short) (bytes.position() - start));
    // The next one starts at a multiple of four.
    room(3);
    while (bytes.position() % 4 != 0) {
      bytes.put((byte) 0);
    }
    return this;
  }

  private void room(int more) {
    if (bytes.remaining() < more) {
      int size = Math.max(bytes.capacity() * 2, bytes.position() + more);
      bytes = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder()).put(bytes.flip());
    }
  }
}
