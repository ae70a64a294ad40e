package dev.catamaran.compose.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The table of attributes as a tree, so that a walk over a file finds its row step by step. What a
 * row does not say is as in the row above it.
 */
public final class Attributes {
  private static final String RESOURCE = "attributes.txt";
  private static final String ANY = "*";
  private static final String ITEM = "[]";

  private final Map<String, Attributes> below = new LinkedHashMap<>();
  private final Map<Engine, Support> own = new EnumMap<>(Engine.class);

  Attributes() {}

  /** The table that comes with the program, read when it is first asked for. */
  public static Attributes load() {
    return Shipped.TABLE;
  }

  private static final class Shipped {
    static final Attributes TABLE = read();
  }

  private static Attributes read() {
    try (InputStream in =
        Objects.requireNonNull(Attributes.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return AttributesText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the table itself says here. */
  public Optional<Support> on(Engine engine) {
    return Optional.ofNullable(own.get(engine));
  }

  /** The row of a key below this one. */
  public Attributes key(String name) {
    var exact = below.get(name);
    return exact != null ? exact : below.getOrDefault(ANY, NOTHING);
  }

  /** The row of the items of this list. */
  public Attributes item() {
    return below.getOrDefault(ITEM, NOTHING);
  }

  /** The row of a path: names with points between them, {@code []} for an item. */
  public Attributes at(String path) {
    var here = this;
    for (var step : path.split("\\.", -1)) {
      here = step.equals(ITEM) ? here.item() : here.key(step);
    }
    return here;
  }

  /** The names that have rows of their own below this one. */
  public Set<String> names() {
    return below.keySet();
  }

  Attributes below(String step) {
    return below.getOrDefault(step, NOTHING);
  }

  Attributes grown(String step) {
    return below.computeIfAbsent(step, _ -> new Attributes());
  }

  void says(Engine engine, Support support) {
    own.put(engine, support);
  }

  private static final Attributes NOTHING = new Attributes();
}
