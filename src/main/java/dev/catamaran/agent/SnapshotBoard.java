package dev.catamaran.agent;

import dev.catamaran.route.RouteSnapshot;
import dev.catamaran.route.RouteSnapshot.Generation;
import dev.catamaran.route.RoutingTable;
import java.time.Duration;
import java.util.Optional;

/** The newest table of a manager, and those who wait for a newer one. */
final class SnapshotBoard {
  private final String epoch;
  private Posted posted = new Withheld("nothing was observed yet");
  private Optional<RouteSnapshot> last = Optional.empty();

  /** What a subscriber is told. */
  sealed interface Posted {}

  /** A table. */
  record Fresh(RouteSnapshot snapshot) implements Posted {}

  /** The subscriber has the newest table. */
  record Unchanged() implements Posted {}

  /** This manager cannot say what is so now; another may. */
  record Withheld(String reason) implements Posted {}

  /**
   * @param epoch new for each run of the agent
   */
  SnapshotBoard(String epoch) {
    this.epoch = epoch;
  }

  synchronized RouteSnapshot post(String cluster, RoutingTable table) {
    var snapshot =
        last.filter(l -> l.table().equals(table) && l.cluster().equals(cluster))
            .orElseGet(() -> new RouteSnapshot(cluster, nextGeneration(), table));
    last = Optional.of(snapshot);
    posted = new Fresh(snapshot);
    notifyAll();
    return snapshot;
  }

  private Generation nextGeneration() {
    return last.map(l -> l.generation().next()).orElseGet(() -> new Generation(epoch, 1));
  }

  /** Until the next table those who ask are sent to other managers. */
  synchronized void withhold(String reason) {
    posted = new Withheld(reason);
    notifyAll();
  }

  /** What is new to one who has that generation; waits for it at most that long. */
  synchronized Posted after(Optional<Generation> had, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (posted instanceof Fresh(var snapshot)
        && had.filter(snapshot.generation()::equals).isPresent()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return new Unchanged();
      }
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
    return posted;
  }
}
