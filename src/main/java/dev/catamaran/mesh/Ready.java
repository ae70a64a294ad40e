package dev.catamaran.mesh;

import java.nio.channels.SelectionKey;

/** What a selector's key is for; called on the selector's own thread. */
interface Ready {
  void ready(SelectionKey key);

  /** Whether this serves a connection that came in through that listener. */
  boolean cameThrough(Listener listener);

  /** Lets go of the sockets at once; on the selector's thread. */
  void abortHere();
}
