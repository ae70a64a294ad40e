package dev.catamaran.compose.tree;

import dev.catamaran.finding.Closest;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A piece of a YAML document and its place. What an alias stands for has the alias's place; what is
 * inside it keeps the places of the anchor.
 */
public sealed interface YamlNode {
  Where where();

  /** An explicit tag as written, such as {@code !reset}; YAML's own tags are resolved already. */
  Optional<String> tag();

  /** For messages: {@code a mapping}, {@code a list}, {@code a string}. */
  String words();

  /** Keys and values in the order of the text; no key occurs twice. */
  record Mapping(List<Entry> entries, Optional<String> tag, Where where) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The mapping with other entries; itself where they are its own. */
    public Mapping with(List<Entry> other) {
      return isSame(entries, other) ? this : new Mapping(other, tag, where);
    }

    /** The mapping after a step for each of its entries; itself where none makes another of it. */
    public Mapping each(UnaryOperator<Entry> step) {
      var made = made(entries, step);
      return isSame((Object) entries, made) ? this : new Mapping(made, tag, where);
    }

    public Optional<YamlNode> get(String key) {
      return entry(key).map(Entry::value);
    }

    public Optional<Entry> entry(String key) {
      // Strings keep their hash, so most of the others are told apart by it.
      int hash = key.hashCode();
      for (var entry : entries) {
        if (entry.key.text.hashCode() == hash && entry.key.text.equals(key)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }

    /**
     * One finding for each key that is not among the known ones.
     *
     * @param inWhat for the message: {@code in service "web"}
     */
    public List<Finding> unknownKeys(Collection<String> known, String inWhat) {
      return entries.stream()
          .filter(e -> !known.contains(e.name()))
          .map(e -> unknown(e, known, inWhat))
          .toList();
    }

    private static Finding unknown(Entry entry, Collection<String> known, String inWhat) {
      var finding =
          Finding.error(Code.KEY_UNKNOWN, "unknown key \"" + entry.name() + "\" " + inWhat)
              .at(entry.key().where());
      return Closest.to(entry.name(), known)
          .map(near -> finding.tryThis("did you mean \"" + near + "\"?"))
          .orElse(finding);
    }

    @Override
    public String words() {
      return "a mapping";
    }
  }

  /** A key, which is always a scalar here, and its value. */
  record Entry(Scalar key, YamlNode value) {
    public String name() {
      return key.text();
    }

    /** The key with another value; itself where that is its own. */
    public Entry with(YamlNode other) {
      return isSame(value, other) ? this : new Entry(key, other);
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> items, Optional<String> tag, Where where) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    /** The list with other items; itself where they are its own. */
    public Sequence with(List<YamlNode> other) {
      return isSame(items, other) ? this : new Sequence(other, tag, where);
    }

    /** The list after a step for each of its items; itself where none makes another of it. */
    public Sequence each(UnaryOperator<YamlNode> step) {
      var made = made(items, step);
      return isSame((Object) items, made) ? this : new Sequence(made, tag, where);
    }

    @Override
    public String words() {
      return "a list";
    }
  }

  /**
   * Text, number, boolean or null.
   *
   * @param text as written, without quotes and with escapes resolved
   * @param quoted in quotes or as a block, hence a string whatever it looks like
   * @param source the characters of the file from {@code where} on; empty if they stand elsewhere
   */
  record Scalar(
      String text,
      ScalarKind kind,
      boolean quoted,
      String source,
      Optional<String> tag,
      Where where)
      implements YamlNode {
    public boolean isNull() {
      return kind == ScalarKind.NULL;
    }

    /** The value as Compose turns it into a string: {@code 0777} is 511, {@code 1.10} is 1.1. */
    public String asText() {
      return switch (kind) {
        case STRING, NULL -> text;
        case DATE -> Dates.words(text);
        case BOOLEAN -> text.toLowerCase(Locale.ROOT);
        case INTEGER, FLOAT -> ScalarResolver.canonical(text);
      };
    }

    /** A date as YAML writes it, {@code 2020-01-01T00:00:00Z}; other scalars as they are. */
    public Scalar dateInFull() {
      return kind == ScalarKind.DATE
          ? new Scalar(Dates.written(text), ScalarKind.STRING, quoted, "", tag, where)
          : this;
    }

    /** The whole number, if it is one and fits. */
    public Optional<Long> asLong() {
      return kind == ScalarKind.INTEGER ? ScalarResolver.exactLong(text) : Optional.empty();
    }

    /** The place of the n-th occurrence (from 0) of a character that YAML never escapes. */
    public Where placeOf(char c, int nth) {
      return ScalarPlace.of(this, c, nth);
    }

    @Override
    public String words() {
      return kind.words();
    }
  }

  /** Most steps change little, and a list is copied only from there on. */
  @SuppressWarnings("ReferenceEquality")
  private static <T> List<T> made(List<T> own, UnaryOperator<T> step) {
    int size = own.size();
    for (int i = 0; i < size; i++) {
      var before = own.get(i);
      var after = step.apply(before);
      if (after != before) {
        var all = new ArrayList<T>(size);
        all.addAll(own.subList(0, i));
        all.add(after);
        for (int j = i + 1; j < size; j++) {
          all.add(step.apply(own.get(j)));
        }
        return all;
      }
    }
    return own;
  }

  private static boolean isSame(List<?> own, List<?> other) {
    if (own.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < own.size(); i++) {
      if (!isSame(own.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Steps that change little hand on what they were given; equality would walk all of it. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Object own, Object other) {
    return own == other;
  }
}
