package dev.catamaran.mesh;

import java.nio.ByteBuffer;
import java.time.Duration;

/** One relaying thread with the buffers its connections share. */
final class Loop {
  /** Large enough that a bulk transfer is bound by the kernel, small enough to stay in cache. */
  static final int BUFFER_BYTES = 64 * 1024;

  final SelectorThread thread;
  final ByteBuffer shared = ByteBuffer.allocateDirect(BUFFER_BYTES);
  final PendingBuffers pending;
  private final long idleNanos;

  Loop(int number, int pendingBuffers, Duration idle) {
    thread = new SelectorThread("catamaran-relay-" + number);
    pending = new PendingBuffers(BUFFER_BYTES, pendingBuffers);
    idleNanos = idle.toNanos();
  }

  /** Aborts the connections that came in through that listener. */
  void abort(Listener listener) {
    for (var key : thread.selector().keys()) {
      var ready = (Ready) key.attachment();
      if (ready.cameThrough(listener)) {
        ready.abortHere();
      }
    }
  }

  /** Aborts the connections in which nothing moved for too long; goes on for ever. */
  boolean dropIdle() {
    long now = System.nanoTime();
    for (var key : thread.selector().keys()) {
      if (key.attachment() instanceof Connection.Side side && side.silentSince(now) > idleNanos) {
        side.abortHere();
      }
    }
    return true;
  }
}
