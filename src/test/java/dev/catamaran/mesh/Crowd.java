package dev.catamaran.mesh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that connect one after the other while backends come and go, and count whoever was
 * answered by a backend that was gone when it began. A client counts only if nothing changed from
 * before its connection to its answer.
 */
final class Crowd {
  private final AtomicLong checked = new AtomicLong();

  /** Odd while one backend alone may answer; another with every change. */
  private final AtomicLong period = new AtomicLong();

  private volatile String only = "";
  private volatile boolean over;

  long checked() {
    return checked.get();
  }

  /** From now on only that one may answer, until so many clients have seen it. */
  void onlyFor(String word, int clients) {
    only = word;
    period.incrementAndGet();
    long until = checked.get() + clients;
    Eventually.holds("clients are served", () -> checked.get() >= until);
    period.incrementAndGet();
  }

  void stop() {
    over = true;
  }

  /** Until it is stopped; returns how many were answered by one that was gone. */
  long askOnAndOn(InetSocketAddress address) throws IOException {
    long strays = 0;
    while (!over) {
      long before = period.get();
      var expected = only;
      try (var socket = Peer.connect(address)) {
        // So many connections would leave no port free if each were to linger.
        socket.setSoLinger(true, 0);
        var word = DataPlaneContract.heard(socket);
        if (before % 2 == 1 && period.get() == before) {
          checked.incrementAndGet();
          strays += word.equals(expected) ? 0 : 1;
        }
      }
    }
    return strays;
  }
}
