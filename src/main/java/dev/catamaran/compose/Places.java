package dev.catamaran.compose;

import dev.catamaran.model.Where;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where the attributes of one service were written, by path: {@code
 * deploy.placement.constraints[0]}.
 *
 * @param byPath holds the empty path, which is the service itself
 */
public record Places(Map<String, Where> byPath) {
  public Places {
    byPath = Map.copyOf(byPath);
    if (!byPath.containsKey("")) {
      throw new IllegalArgumentException("a service was written somewhere");
    }
  }

  /** The place of the attribute, or of the nearest thing around it that was written. */
  public Where of(String path) {
    return nearest(path).orElseGet(() -> Objects.requireNonNull(byPath.get("")));
  }

  /** As above; empty where nothing around it was written but the service itself. */
  public Optional<Where> nearest(String path) {
    var here = path;
    while (!here.isEmpty()) {
      var place = byPath.get(here);
      if (place != null) {
        return Optional.of(place);
      }
      int cut = Math.max(here.lastIndexOf('.'), here.lastIndexOf('['));
      here = cut < 0 ? "" : here.substring(0, cut);
    }
    return Optional.empty();
  }

  /** Every path that has a place; the service's own is empty. */
  public Set<String> paths() {
    return byPath.keySet();
  }

  /** Whether the user wrote this very attribute. */
  public boolean written(String path) {
    return byPath.containsKey(path);
  }
}
