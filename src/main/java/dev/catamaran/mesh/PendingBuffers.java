package dev.catamaran.mesh;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Buffers for bytes that a slow reader has not taken yet, of one loop. At most {@code limit} are
 * out or kept at any time, so memory has a bound whatever the clients do.
 */
final class PendingBuffers {
  private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();
  private final int size;
  private final int limit;
  private int made;

  PendingBuffers(int size, int limit) {
    this.size = size;
    this.limit = limit;
  }

  /** An empty buffer; null where all are in use. */
  @Nullable ByteBuffer take() {
    var buffer = free.poll();
    if (buffer == null && made < limit) {
      made++;
      buffer = ByteBuffer.allocateDirect(size);
    }
    return buffer;
  }

  void give(ByteBuffer buffer) {
    free.push(buffer.clear());
  }

  int inUse() {
    return made - free.size();
  }
}
