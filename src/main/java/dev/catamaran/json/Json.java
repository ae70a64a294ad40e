package dev.catamaran.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A JSON value. Trees are patched, not re-serialised from typed objects, so that a field we do not
 * know survives a read and a write.
 */
public sealed interface Json {
  /** Members keep the order of the text. */
  record Obj(Map<String, Json> members) implements Json {
    public static final Obj EMPTY = new Obj(Map.of());

    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The same object with one member set; it keeps its place if it was there. */
    public Obj with(String key, Json value) {
      var copy = new LinkedHashMap<>(members);
      copy.put(key, value);
      return new Obj(copy);
    }

    public Obj with(String key, String value) {
      return with(key, new Text(value));
    }

    public Obj with(String key, long value) {
      return with(key, Num.of(value));
    }

    public Obj with(String key, boolean value) {
      return with(key, new Bool(value));
    }

    /** All members of the other, too. */
    public Obj with(Obj other) {
      var copy = new LinkedHashMap<>(members);
      copy.putAll(other.members);
      return new Obj(copy);
    }

    /** Sets the member where there is a value, else leaves the object as it is. */
    public Obj withOptional(String key, Optional<? extends Json> value) {
      return value.map(v -> with(key, v)).orElse(this);
    }

    public Obj without(String key) {
      var copy = new LinkedHashMap<>(members);
      copy.remove(key);
      return new Obj(copy);
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public static final Arr EMPTY = new Arr(List.of());

    public Arr {
      items = List.copyOf(items);
    }

    public static Arr ofTexts(Iterable<String> texts) {
      var items = new ArrayList<Json>();
      texts.forEach(t -> items.add(new Text(t)));
      return new Arr(items);
    }
  }

  /** A string. */
  record Text(String value) implements Json {}

  /** A number, exact. */
  record Num(BigDecimal value) implements Json {
    public static Num of(long value) {
      return new Num(BigDecimal.valueOf(value));
    }
  }

  /** true or false. */
  record Bool(boolean value) implements Json {}

  /** null. */
  enum Null implements Json {
    NULL
  }

  static Obj object() {
    return Obj.EMPTY;
  }

  static Obj texts(Map<String, String> members) {
    var made = new LinkedHashMap<String, Json>();
    members.forEach((key, value) -> made.put(key, new Text(value)));
    return new Obj(made);
  }

  static Arr array(List<? extends Json> items) {
    return new Arr(List.copyOf(items));
  }

  static Arr array(Json... items) {
    return new Arr(List.of(items));
  }

  /** The member of that name; {@link Null#NULL} where there is none or this is no object. */
  default Json get(String key) {
    return this instanceof Obj(var members) ? members.getOrDefault(key, Null.NULL) : Null.NULL;
  }

  /** Follows several names downwards. */
  default Json at(String... path) {
    Json here = this;
    for (var key : path) {
      here = here.get(key);
    }
    return here;
  }

  /** The items of an array; empty for anything else, as Go writes an empty list as null. */
  default List<Json> items() {
    return this instanceof Arr(var items) ? items : List.of();
  }

  /** The members of an object; empty for anything else. */
  default Map<String, Json> members() {
    return this instanceof Obj(var members) ? members : Map.of();
  }

  /** The text of a string; empty for anything else. */
  default Optional<String> text() {
    return this instanceof Text(var value) ? Optional.of(value) : Optional.empty();
  }

  /** The text of a string that says something: Go writes "" where it means nothing. */
  default Optional<String> nonEmptyText() {
    return text().filter(t -> !t.isEmpty());
  }

  /** A whole number; empty for anything else. */
  default OptionalLong number() {
    if (this instanceof Num(var value)) {
      try {
        return OptionalLong.of(value.longValueExact());
      } catch (ArithmeticException _) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.empty();
  }

  /** True only for a literal true. */
  default boolean isTrue() {
    return this instanceof Bool(var value) && value;
  }

  default boolean isNull() {
    return this instanceof Null;
  }

  /** The text members of an object, as labels are. */
  default Map<String, String> textMembers() {
    var texts = new LinkedHashMap<String, String>();
    members().forEach((key, value) -> value.text().ifPresent(t -> texts.put(key, t)));
    return texts;
  }

  /** The strings of an array. */
  default List<String> textItems() {
    return items().stream().flatMap(item -> item.text().stream()).toList();
  }
}
