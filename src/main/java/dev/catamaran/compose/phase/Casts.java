package dev.catamaran.compose.phase;

import dev.catamaran.compose.tree.ScalarKind;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which texts become numbers and booleans once variables are in them, by path. */
public final class Casts {
  private static final String ANY = "*";
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,19}");
  private static final Pattern FRACTION =
      Pattern.compile("[-+]?(\\d{1,400}\\.?\\d{0,400}|\\.\\d{1,400})([eE][-+]?\\d{1,5})?");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^([-+]?)0+(?=\\d)");

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
      case INTEGER -> WHOLE.matcher(text).matches() ? whole(text) : Optional.empty();
      case FLOAT -> FRACTION.matcher(text).matches() ? fraction(text) : Optional.empty();
      case STRING, DATE, NULL -> Optional.of(text);
    };
  }

  /** Decimal whatever it begins with: in a text a leading zero does not make a number octal. */
  private static Optional<String> whole(String text) {
    var value = new BigInteger(text);
    return value.bitLength() < Long.SIZE ? Optional.of(value.toString()) : Optional.empty();
  }

  private static Optional<String> fraction(String text) {
    boolean finite = Double.isFinite(Double.parseDouble(text));
    return finite ? Optional.of(LEADING_ZEROS.matcher(text).replaceFirst("$1")) : Optional.empty();
  }
}
