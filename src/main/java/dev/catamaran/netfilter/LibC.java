package dev.catamaran.netfilter;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The few calls of the C library that a netlink socket needs. Loaded on Linux only. */
final class LibC {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_FIELD =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle SOCKET =
      handle(
          "socket",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT));
  private static final MethodHandle SETSOCKOPT =
      handle(
          "setsockopt",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_INT));
  private static final MethodHandle SEND = handle("send", transfer());
  private static final MethodHandle RECV = handle("recv", transfer());
  private static final MethodHandle CLOSE =
      handle("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private LibC() {}

  private static FunctionDescriptor transfer() {
    return FunctionDescriptor.of(
        ValueLayout.JAVA_LONG,
        ValueLayout.JAVA_INT,
        ValueLayout.ADDRESS,
        ValueLayout.JAVA_LONG,
        ValueLayout.JAVA_INT);
  }

  // Restricted because a wrong descriptor crashes the process: these few are checked by the tests.
  @SuppressWarnings("restricted")
  private static MethodHandle handle(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor, ERRNO);
  }

  /** Where a call leaves its error number. */
  static MemorySegment state(Arena arena) {
    return arena.allocate(STATE);
  }

  static Errno errno(MemorySegment state) {
    return new Errno((int) ERRNO_FIELD.get(state, 0L));
  }

  static int socket(MemorySegment state, int domain, int type, int protocol) {
    try {
      return (int) SOCKET.invokeExact(state, domain, type, protocol);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  static int setsockopt(MemorySegment state, int fd, int level, int name, MemorySegment value) {
    try {
      return (int) SETSOCKOPT.invokeExact(state, fd, level, name, value, (int) value.byteSize());
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  static long send(MemorySegment state, int fd, MemorySegment bytes) {
    try {
      return (long) SEND.invokeExact(state, fd, bytes, bytes.byteSize(), 0);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  static long recv(MemorySegment state, int fd, MemorySegment bytes) {
    try {
      return (long) RECV.invokeExact(state, fd, bytes, bytes.byteSize(), 0);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  static void close(MemorySegment state, int fd) {
    try {
      int _ = (int) CLOSE.invokeExact(state, fd);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  private static IllegalStateException broken(Throwable e) {
    return new IllegalStateException("a call of the C library went wrong", e);
  }
}
