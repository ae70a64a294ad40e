package dev.catamaran.plan.saved;

import dev.catamaran.json.Json;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Port;
import dev.catamaran.spec.Content;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** The values that are one JSON scalar. */
final class PlainValues {
  /** A value's way into JSON and back. */
  record Plain(Function<Object, Json> written, Function<Json, Object> made) {
    Json write(Object value) {
      return written.apply(value);
    }

    Object read(Json json) {
      return made.apply(json);
    }
  }

  private static final Map<Type, Plain> TABLE =
      Map.ofEntries(
          Map.entry(String.class, text(Object::toString, s -> s)),
          Map.entry(boolean.class, new Plain(v -> new Json.Bool((boolean) v), Json::isTrue)),
          Map.entry(Boolean.class, new Plain(v -> new Json.Bool((boolean) v), Json::isTrue)),
          Map.entry(
              int.class, new Plain(v -> Json.Num.of((int) v), j -> Math.toIntExact(number(j)))),
          Map.entry(long.class, new Plain(v -> Json.Num.of((long) v), PlainValues::number)),
          Map.entry(
              Double.class,
              new Plain(v -> new Json.Num(BigDecimal.valueOf((double) v)), PlainValues::fraction)),
          Map.entry(
              OptionalInt.class,
              new Plain(
                  v -> maybe(((OptionalInt) v).isPresent(), () -> ((OptionalInt) v).getAsInt()),
                  j ->
                      j.isNull()
                          ? OptionalInt.empty()
                          : OptionalInt.of(Math.toIntExact(number(j))))),
          Map.entry(
              OptionalLong.class,
              new Plain(
                  v -> maybe(((OptionalLong) v).isPresent(), () -> ((OptionalLong) v).getAsLong()),
                  j -> j.isNull() ? OptionalLong.empty() : OptionalLong.of(number(j)))),
          Map.entry(
              Port.class,
              new Plain(
                  v -> Json.Num.of(((Port) v).number()),
                  j -> new Port(Math.toIntExact(number(j))))),
          Map.entry(Duration.class, text(Object::toString, Duration::parse)),
          Map.entry(ImageRef.class, text(Object::toString, ImageRef::parse)),
          Map.entry(EngineVersion.class, text(Object::toString, EngineVersion::new)),
          Map.entry(
              Content.class,
              text(
                  v -> Base64.getEncoder().encodeToString(((Content) v).bytes()),
                  s -> new Content(Base64.getDecoder().decode(s)))));

  private PlainValues() {}

  static Optional<Plain> of(Type type) {
    return type instanceof Class<?> kind && kind.isEnum()
        ? Optional.of(text(v -> v.toString().toLowerCase(Locale.ROOT), s -> word(kind, s)))
        : Optional.ofNullable(TABLE.get(type));
  }

  private static Plain text(Function<Object, String> written, Function<String, Object> made) {
    return new Plain(
        v -> new Json.Text(written.apply(v)),
        j -> made.apply(j.text().orElseThrow(() -> new IllegalArgumentException("it is no text"))));
  }

  private static long number(Json json) {
    return json.number().orElseThrow(() -> new IllegalArgumentException("it is no whole number"));
  }

  private static Object fraction(Json json) {
    if (json instanceof Json.Num(var value)) {
      return value.doubleValue();
    }
    throw new IllegalArgumentException("it is no number");
  }

  private static Json maybe(boolean there, LongSupplier number) {
    return there ? Json.Num.of(number.getAsLong()) : Json.Null.NULL;
  }

  private static Object word(Class<?> kind, String text) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(c -> c.toString().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no such word"));
  }
}
