package dev.catamaran.lab;

import dev.catamaran.model.ApiVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One line of the API's table.
 *
 * @param path segments; {@code *} takes one segment, {@code **} takes one or more
 * @param since the API version that first had it
 */
record Route(String method, List<String> path, ApiVersion since, Function<Ask, Answer> handler) {
  static Route of(String method, String path, Function<Ask, Answer> handler) {
    return new Route(method, List.of(path.split("/", -1)), SpokenApi.OLDEST, handler);
  }

  Route since(int minor) {
    return new Route(method, path, SpokenApi.minor(minor), handler);
  }

  /** What stood at the stars; empty where the path is another one. */
  Optional<List<String>> match(List<String> segments) {
    var taken = new ArrayList<String>();
    int at = 0;
    for (int i = 0; i < path.size(); i++) {
      int after = path.size() - i - 1;
      int most = path.get(i).equals("**") ? segments.size() - at - after : 1;
      if (most < 1 || at + most > segments.size()) {
        return Optional.empty();
      }
      var piece = String.join("/", segments.subList(at, at + most));
      if (path.get(i).startsWith("*")) {
        taken.add(piece);
      } else if (!path.get(i).equals(piece)) {
        return Optional.empty();
      }
      at += most;
    }
    return at == segments.size() ? Optional.of(taken) : Optional.empty();
  }
}
