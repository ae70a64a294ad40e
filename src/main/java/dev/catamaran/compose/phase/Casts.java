package dev.catamaran.compose.phase;

import dev.catamaran.compose.tree.ScalarKind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which texts become numbers and booleans once variables are in them, by path. */
public final class Casts {
  private static final String ANY = "*";

  private final Map<String, Casts> below = new LinkedHashMap<>();
  private Optional<ScalarKind> kind = Optional.empty();

  private Casts() {}

  /**
   * A table of casts.
   *
   * @param kinds by path: names with points between them, {@code *} is any name, {@code []} each
   *     list item
   */
  public static Casts of(Map<String, ScalarKind> kinds) {
    var root = new Casts();
    kinds.forEach((path, kind) -> {
      var here = root;
      for (var step : path.split("\\.", -1)) {
        here = here.below.computeIfAbsent(step, _ -> new Casts());
      }
      here.kind = Optional.of(kind);
    });
    return root;
  }

  /** Docker takes the points in a name for separators of a path, and so the casts do not apply. */
  Casts key(String name) {
    int point = name.indexOf('.');
    return point < 0 ? step(name) : step(name.substring(0, point)).key(name.substring(point + 1));
  }

  private Casts step(String name) {
    var exact = below.get(name);
    return exact != null ? exact : below.getOrDefault(ANY, NONE);
  }

  Casts item() {
    return below.getOrDefault("[]", NONE);
  }

  Optional<ScalarKind> kind() {
    return kind;
  }

  private static final Casts NONE = new Casts();

  /** The text as the kind writes it, if it is one: {@code yes} is the boolean {@code true}. */
  static Optional<String> cast(String text, ScalarKind kind) {
    return switch (kind) {
      case BOOLEAN ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true", "on" -> Optional.of("true");
            case "n", "no", "false", "off" -> Optional.of("false");
            default -> Optional.empty();
          };
      case INTEGER -> Optional.of(text).filter(t -> t.matches("[-+]?\\d{1,18}"));
      case FLOAT ->
          Optional.of(text).filter(t -> t.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?"));
      case STRING, DATE, NULL -> Optional.of(text);
    };
  }
}
