package dev.catamaran.netfilter;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A socket to the kernel's netfilter, in the network namespace of the thread that opened it. Used
 * by one thread at a time.
 */
final class NetlinkSocket implements AutoCloseable {
  private static final int AF_NETLINK = 16;
  private static final int RAW_CLOSED_ON_EXEC = 3 | 0x80000;
  private static final int NETFILTER = 12;

  private static final int SOCKET_LEVEL = 1;
  private static final int RECEIVE_TIMEOUT = 20;
  private static final int SEND_BUFFER_FORCE = 32;
  private static final int RECEIVE_BUFFER_FORCE = 33;

  /** The kernel does a batch in one go, within the call that sends it: it must fit whole. */
  private static final int BUFFER_LIMIT = 256 << 20;

  private static final int IN_BYTES = 256 * 1024;
  private static final long PATIENCE_SECONDS = 10;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment state = LibC.state(arena);
  private final MemorySegment in = arena.allocate(IN_BYTES, 8);
  private final int fd;

  private NetlinkSocket() {
    fd = LibC.socket(state, AF_NETLINK, RAW_CLOSED_ON_EXEC, NETFILTER);
    if (fd < 0) {
      var errno = LibC.errno(state);
      arena.close();
      throw new KernelRefusal("a netfilter socket", errno);
    }
  }

  static NetlinkSocket open() {
    var socket = new NetlinkSocket();
    try (var scratch = Arena.ofConfined()) {
      socket.option(SEND_BUFFER_FORCE, scratch.allocateFrom(ValueLayout.JAVA_INT, BUFFER_LIMIT));
      socket.option(RECEIVE_BUFFER_FORCE, scratch.allocateFrom(ValueLayout.JAVA_INT, BUFFER_LIMIT));
      socket.option(
          RECEIVE_TIMEOUT, scratch.allocateFrom(ValueLayout.JAVA_LONG, PATIENCE_SECONDS, 0));
    } catch (KernelRefusal e) {
      socket.close();
      throw e;
    }
    return socket;
  }

  private void option(int name, MemorySegment value) {
    if (LibC.setsockopt(state, fd, SOCKET_LEVEL, name, value) != 0) {
      throw new KernelRefusal("an option of a netfilter socket", LibC.errno(state));
    }
  }

  /** Sends the messages; what they are is for the exception's text. */
  void send(ByteBuffer messages, String what) {
    try (var scratch = Arena.ofConfined()) {
      var out = scratch.allocate(messages.remaining(), 8);
      out.asByteBuffer().put(messages.duplicate());
      long sent;
      do {
        sent = LibC.send(state, fd, out);
      } while (sent < 0 && LibC.errno(state).equals(Errno.INTERRUPTED));
      if (sent < 0) {
        throw new KernelRefusal(what, LibC.errno(state));
      }
    }
  }

  /** The next messages of the kernel; valid until the next call. */
  ByteBuffer receive(String what) {
    long received;
    do {
      received = LibC.recv(state, fd, in);
    } while (received < 0 && LibC.errno(state).equals(Errno.INTERRUPTED));
    if (received < 0) {
      throw new KernelRefusal(what, LibC.errno(state));
    }
    return in.asSlice(0, received).asByteBuffer().order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() {
    LibC.close(state, fd);
    arena.close();
  }
}
