package dev.catamaran.compose.grammar;

import dev.catamaran.compose.tree.ScalarKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What may stand at one place of a file. */
sealed interface Shape {
  /** Any name that Compose takes for a service, a network and the like. */
  Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]+");

  /** Any key that is not empty. */
  Pattern ANY_KEY = Pattern.compile(".+", Pattern.DOTALL);

  /** Names of limits. */
  Pattern LOWER_CASE = Pattern.compile("[a-z]+");

  /** Text, number, boolean or null. */
  record Value(Set<ScalarKind> kinds, Limit limit) implements Shape {
    public Value {
      kinds = Set.copyOf(kinds);
    }
  }

  /** A list. */
  record Items(Shape item, boolean unique) implements Shape {}

  /**
   * A mapping.
   *
   * @param named the keys it knows
   * @param others the names of the keys it does not know, and what they hold; empty: none may stand
   * @param extensions the version of the format that first takes {@code x-} keys here
   * @param required keys that must be there
   * @param open unknown keys may stand here, and nobody looks at them
   */
  record Keys(
      Map<String, Shape> named,
      Optional<Others> others,
      Optional<Version> extensions,
      List<String> required,
      boolean open)
      implements Shape {

    /** Names the user chooses. */
    record Others(Pattern names, Shape shape) {}

    Keys requires(String... keys) {
      return new Keys(named, others, extensions, List.of(keys), open);
    }

    /** Takes {@code x-} keys from this version on. */
    Keys extendable(Version since) {
      return new Keys(named, others, Optional.of(since), required, open);
    }

    /** Other keys may stand here from now on unseen. */
    Keys opened() {
      return new Keys(named, others, extensions, required, true);
    }
  }

  /** One of several shapes that no value shares. */
  record AnyOf(List<Shape> shapes) implements Shape {}

  /** A shape that older versions of the format do not know. */
  record Since(Version version, Shape shape) implements Shape {}

  /** Whatever it is, it is not looked at. */
  record Anything() implements Shape {}

  /** What limits a scalar beyond its kind. */
  sealed interface Limit {
    record None() implements Limit {}

    record Words(List<String> words) implements Limit {}

    record Range(long lowest, long highest) implements Limit {}

    /** The text contains a match. */
    record Matching(Pattern pattern, String example) implements Limit {}
  }

  static Value value(ScalarKind... kinds) {
    return new Value(EnumSet.copyOf(Arrays.asList(kinds)), new Limit.None());
  }

  static Value text() {
    return value(ScalarKind.STRING);
  }

  static Value number() {
    return value(ScalarKind.INTEGER, ScalarKind.FLOAT);
  }

  static Value integer() {
    return value(ScalarKind.INTEGER);
  }

  static Value flag() {
    return value(ScalarKind.BOOLEAN);
  }

  static Value nothing() {
    return value(ScalarKind.NULL);
  }

  static Value words(String... words) {
    return new Value(Set.of(ScalarKind.STRING), new Limit.Words(List.of(words)));
  }

  static Value integer(long lowest, long highest) {
    return new Value(Set.of(ScalarKind.INTEGER), new Limit.Range(lowest, highest));
  }

  static Value matching(String pattern, String example) {
    return new Value(
        Set.of(ScalarKind.STRING), new Limit.Matching(Pattern.compile(pattern), example));
  }

  static Items list(Shape item) {
    return new Items(item, false);
  }

  /** A list without equal items. */
  static Items set(Shape item) {
    return new Items(item, true);
  }

  static Shape any(Shape... shapes) {
    return new AnyOf(List.of(shapes));
  }

  static Shape since(int minor, Shape shape) {
    return new Since(new Version(minor), shape);
  }

  static Shape anything() {
    return new Anything();
  }

  /** A mapping with these keys: name, shape, name, shape. */
  static Keys keys(Object... namesAndShapes) {
    var named = new LinkedHashMap<String, Shape>();
    for (int i = 0; i < namesAndShapes.length; i += 2) {
      named.put((String) namesAndShapes[i], (Shape) namesAndShapes[i + 1]);
    }
    return new Keys(named, Optional.empty(), Optional.empty(), List.of(), false);
  }

  /** A mapping from names that the user chooses. */
  static Keys named(Pattern names, Shape shape) {
    return new Keys(
        Map.of(), Optional.of(new Keys.Others(names, shape)), Optional.empty(), List.of(), false);
  }
}
