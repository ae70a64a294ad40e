package dev.catamaran.mesh;

import java.nio.ByteBuffer;

/** One relaying thread with the buffers its connections share. */
final class Loop {
  /** Large enough that a bulk transfer is bound by the kernel, small enough to stay in cache. */
  static final int BUFFER_BYTES = 64 * 1024;

  final SelectorThread thread;
  final ByteBuffer shared = ByteBuffer.allocateDirect(BUFFER_BYTES);
  final PendingBuffers pending;

  Loop(int number, int pendingBuffers) {
    thread = new SelectorThread("catamaran-relay-" + number);
    pending = new PendingBuffers(BUFFER_BYTES, pendingBuffers);
  }

  /** Aborts the connections that came in through that listener. */
  void abort(RelayListener listener) {
    for (var key : thread.selector().keys()) {
      var ready = (Ready) key.attachment();
      if (ready.cameThrough(listener)) {
        ready.abort();
      }
    }
  }
}
