package dev.catamaran.compose.specification;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What holds at which path of a file: {@code services.*.build.args}, where {@code *} is any name or
 * any list item.
 */
final class PathTable<T> {
  private static final String ANY = "*";
  private static final PathTable<?> NONE = new PathTable<>();

  private final Map<String, PathTable<T>> below = new HashMap<>();
  private Optional<T> here = Optional.empty();

  /** An empty table; names without a row lead to one. */
  PathTable() {}

  PathTable<T> with(String path, T row) {
    var at = this;
    for (var step : path.split("\\.", -1)) {
      at = at.below.computeIfAbsent(step, _ -> new PathTable<>());
    }
    at.here = Optional.of(row);
    return this;
  }

  /** The table as seen from below that name. */
  PathTable<T> at(String name) {
    var exact = below.get(name);
    if (exact != null) {
      return exact;
    }
    return below.getOrDefault(ANY, none());
  }

  /** One for all: nothing can be put into a table that was not made by its owner. */
  @SuppressWarnings("unchecked")
  private static <T> PathTable<T> none() {
    return (PathTable<T>) NONE;
  }

  PathTable<T> item() {
    return at(ANY);
  }

  Optional<T> here() {
    return here;
  }

  /** Whether nothing is said about this place or any below it. */
  boolean isEmpty() {
    return here.isEmpty() && below.isEmpty();
  }
}
