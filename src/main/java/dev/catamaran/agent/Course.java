package dev.catamaran.agent;

import dev.catamaran.mesh.DataPlane;
import dev.catamaran.mesh.ListenerState;
import dev.catamaran.mesh.ListenerState.BindFailed;
import dev.catamaran.route.RouteSnapshot;
import dev.catamaran.route.RouteText;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The routes in force on this node: in its mesh, and kept on disk for the next start. */
final class Course {
  private final DataPlane mesh;
  private final RouteFile file;
  private final Journal journal;
  private volatile Optional<RouteSnapshot> current = Optional.empty();

  Course(DataPlane mesh, RouteFile file, Journal journal) {
    this.mesh = mesh;
    this.file = file;
    this.journal = journal;
  }

  /** Takes up the routes of the last run, where there are any and they are this cluster's. */
  void resume(String cluster) {
    if (current.isPresent()) {
      return;
    }
    try {
      file.read()
          .filter(kept -> kept.cluster().equals(cluster))
          .ifPresent(kept -> {
            journal.followsRoutesFrom("the last run, generation " + kept.generation());
            mesh.switchTo(kept.table());
            current = Optional.of(kept);
          });
    } catch (UncheckedIOException | RouteText.Unreadable e) {
      journal.fails("the routes of the last run are of no use: " + e.getMessage());
    }
  }

  /** Brings them into force; older ones of the same epoch are passed over. */
  void follow(RouteSnapshot snapshot) {
    var before = current;
    if (before.filter(b -> snapshot.generation().olderThan(b.generation())).isPresent()) {
      journal.says("passed over routes " + snapshot.generation() + ", which are old");
      return;
    }
    if (before.filter(snapshot::equals).isPresent()) {
      tend();
      return;
    }
    mesh.switchTo(snapshot.table());
    current = Optional.of(snapshot);
    journal.says(
        "routes " + snapshot.generation() + ": " + snapshot.table().routes().size() + " ports");
    listeners().stream()
        .filter(BindFailed.class::isInstance)
        .map(BindFailed.class::cast)
        .forEach(failed -> journal.says("cannot listen: " + failed.reason()));
    try {
      file.write(snapshot);
    } catch (UncheckedIOException e) {
      // The routes are in force all the same; only the next start has older ones.
      journal.says(String.valueOf(e.getMessage()));
    }
  }

  /** A port that someone else held may be free by now, and somebody may have flushed our rules. */
  void tend() {
    mesh.retry();
  }

  Optional<RouteSnapshot.Generation> generation() {
    return current.map(RouteSnapshot::generation);
  }

  List<ListenerState> listeners() {
    return mesh.states();
  }
}
