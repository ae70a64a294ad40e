package dev.catamaran.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/**
 * One lab's share of 127.0.0.0/8: a second number of its own, so that labs on one machine do not
 * meet. A guard socket keeps the share until it is closed.
 */
final class Loopback implements AutoCloseable {
  /** Nodes have the third number. */
  static final int MOST_NODES = 250;

  private static final int FIRST = 77;
  private static final int LAST = 254;
  private static final int GUARD_PORT = 2377;

  private final int second;
  private final ServerSocket guard;

  private Loopback(int second, ServerSocket guard) {
    this.second = second;
    this.guard = guard;
  }

  /**
   * Takes the first free share.
   *
   * @throws UncheckedIOException where none is to be had
   */
  static Loopback reserve() {
    var order = IntStream.concat(IntStream.rangeClosed(FIRST, LAST), IntStream.range(2, FIRST));
    IOException last = new BindException("no address tried");
    for (int second : order.toArray()) {
      try {
        var guard = new ServerSocket();
        try {
          guard.setReuseAddress(false);
          guard.bind(new InetSocketAddress(literal(second, 255, 254), GUARD_PORT), 1);
          return new Loopback(second, guard);
        } catch (IOException e) {
          guard.close();
          throw e;
        }
      } catch (IOException e) {
        last = e;
      }
    }
    throw new UncheckedIOException(
        "the lab finds no free addresses in 127.0.0.0/8 for its nodes: " + last.getMessage(), last);
  }

  private static InetAddress literal(int second, int third, int fourth) {
    return InetAddress.ofLiteral("127." + second + "." + third + "." + fourth);
  }

  /** Where other nodes reach the n-th node, counted from 1. */
  InetAddress node(int n) {
    return literal(second, n, 1);
  }

  /** What stands for the n-th node's own 127.0.0.1. */
  InetAddress localhost(int n) {
    return literal(second, n, 2);
  }

  /** Where only the lab itself reaches the containers of the n-th node. */
  InetAddress inside(int n) {
    return literal(second, n, 3);
  }

  @Override
  public void close() {
    try {
      guard.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
