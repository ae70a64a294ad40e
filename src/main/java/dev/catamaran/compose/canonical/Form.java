package dev.catamaran.compose.canonical;

import java.util.LinkedHashMap;
import java.util.Map;

/** How an attribute is printed: the one form Docker Compose writes it in. */
sealed interface Form {
  /** Attributes without parts of their own. */
  enum Value implements Form {
    TEXT,
    TEXTS,
    FLAG,
    WHOLE,
    /** A number that cannot be below zero, and no text. */
    COUNT,
    REAL,
    BYTES,
    SPAN,
    MODE,
    COMMAND,
    /** A healthcheck's test. */
    PROBE,
    /** Keys and values; no value is an empty one. */
    PAIRS,
    /** Keys and values, some of them perhaps without one. */
    ENVIRONMENT,
    HOSTS,
    SSH,
    /** One limit, or a soft and a hard one. */
    LIMITS,
    /** A number of devices, or all of them. */
    DEVICES,
    /** Each option with one value or several. */
    OPTIONS
  }

  /**
   * A mapping with known keys, printed in their order; other keys are left out, but for {@code x-}.
   *
   * @param ranks the place of each key in the order
   * @param dropsEmpty whether it is left out when nothing is in it
   */
  record Group(
      Map<String, Form> keys, Map<String, Integer> ranks, boolean extensions, boolean dropsEmpty)
      implements Form {
    Group orNothing() {
      return new Group(keys, ranks, extensions, true);
    }

    Group withoutExtensions() {
      return new Group(keys, ranks, false, dropsEmpty);
    }

    int rank(String key) {
      return ranks.getOrDefault(key, ranks.size());
    }
  }

  /** A list of things of one form. */
  record ListOf(Form item) implements Form {}

  /**
   * A mapping from names the user chose.
   *
   * @param services whether they are the services, in whose names findings are told
   */
  record Named(Form value, boolean services) implements Form {}

  /** Printed whenever it is written, even where it is zero, false or empty. */
  record Kept(Form form) implements Form {}

  /** A group of keys: name, form, name, form. */
  static Group group(Object... namesAndForms) {
    var keys = new LinkedHashMap<String, Form>();
    var ranks = new LinkedHashMap<String, Integer>();
    for (int i = 0; i < namesAndForms.length; i += 2) {
      var name = (String) namesAndForms[i];
      keys.put(name, (Form) namesAndForms[i + 1]);
      ranks.put(name, i);
    }
    return new Group(keys, ranks, true, false);
  }

  static Form list(Form item) {
    return new ListOf(item);
  }

  static Form named(Form value) {
    return new Named(value, false);
  }

  static Form services(Form value) {
    return new Named(value, true);
  }

  static Form kept(Form form) {
    return new Kept(form);
  }
}
