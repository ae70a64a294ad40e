package dev.catamaran.mesh;

import java.net.InetSocketAddress;

/** A bound address of a relay and the backends behind it. */
sealed interface Listener extends AutoCloseable permits RelayListener, DatagramListener {
  /** The address bound, with the port the system chose where 0 was asked for. */
  InetSocketAddress address();

  Backends backends();

  /** Clients that came in here and are still being served. */
  int connections();

  /**
   * Changes the backends. Once this returns no new connection is started to one that is not in the
   * list; connections that stand live on.
   */
  void forwardTo(Backends next);

  /** Accepts no more and frees the port; connections that stand live on. */
  @Override
  void close();

  /** As {@link #close}, and resets the connections that stand. */
  void abort();
}
