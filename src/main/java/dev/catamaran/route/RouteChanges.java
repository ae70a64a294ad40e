package dev.catamaran.route;

import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What makes one table into another.
 *
 * @param set ports that are new or lead elsewhere
 * @param removed ports that are published no more
 */
public record RouteChanges(SortedMap<ListenKey, Route> set, SortedSet<ListenKey> removed) {
  /** Refuses a port that is both set and removed. */
  public RouteChanges {
    set = Collections.unmodifiableSortedMap(new TreeMap<>(set));
    removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    if (!Collections.disjoint(set.keySet(), removed)) {
      throw new IllegalArgumentException("a port cannot be set and removed at once");
    }
  }

  public static RouteChanges between(RoutingTable before, RoutingTable after) {
    var set = new TreeMap<ListenKey, Route>();
    after
        .routes()
        .forEach((key, route) -> {
          if (!route.equals(before.routes().get(key))) {
            set.put(key, route);
          }
        });
    var removed = new TreeSet<>(before.routes().keySet());
    removed.removeAll(after.routes().keySet());
    return new RouteChanges(set, removed);
  }

  /** One port that is new or leads elsewhere. */
  public static RouteChanges of(ListenKey key, Route route) {
    return new RouteChanges(new TreeMap<>(java.util.Map.of(key, route)), new TreeSet<>());
  }

  /** One port that is published no more. */
  public static RouteChanges without(ListenKey key) {
    return new RouteChanges(new TreeMap<>(), new TreeSet<>(java.util.Set.of(key)));
  }

  public boolean isEmpty() {
    return set.isEmpty() && removed.isEmpty();
  }
}
