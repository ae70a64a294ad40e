package dev.catamaran.compose.grammar;

import dev.catamaran.compose.grammar.Shape.AnyOf;
import dev.catamaran.compose.grammar.Shape.Anything;
import dev.catamaran.compose.grammar.Shape.Items;
import dev.catamaran.compose.grammar.Shape.Keys;
import dev.catamaran.compose.grammar.Shape.Since;
import dev.catamaran.compose.grammar.Shape.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every attribute of a grammar, with the version that brought it. */
final class Paths {
  private final Map<String, Version> found = new LinkedHashMap<>();

  private Paths() {}

  static Map<String, Version> of(Shape root) {
    var paths = new Paths();
    paths.walk(root, "", new Version(0));
    return Collections.unmodifiableMap(paths.found);
  }

  private void walk(Shape shape, String path, Version since) {
    switch (shape) {
      case Value _, Anything _ -> {}
      case Items(var item, var _) -> walk(item, path + ".[]", since);
      case AnyOf(var shapes) -> shapes.forEach(s -> walk(s, path, since));
      case Since(var version, var inner) -> walk(inner, path, later(version, since));
      case Keys keys -> {
        keys.named()
            .forEach((name, s) -> attribute(path.isEmpty() ? name : path + "." + name, s, since));
        keys.others()
            .filter(o -> !o.names().equals(Shape.ANY_KEY))
            .ifPresent(o -> walk(o.shape(), path + ".*", since));
      }
    }
  }

  private void attribute(String path, Shape shape, Version since) {
    var own = shape instanceof Since(var version, var _) ? later(version, since) : since;
    found.merge(path, own, (a, b) -> a.compareTo(b) < 0 ? a : b);
    walk(shape, path, own);
  }

  private static Version later(Version one, Version other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
