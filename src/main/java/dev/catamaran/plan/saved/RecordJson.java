package dev.catamaran.plan.saved;

import dev.catamaran.json.Json;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Records to JSON and back by their components, so that a new component is saved without a line
 * here. What is empty or false is left out; of a sealed kind the member {@code is} names which.
 */
final class RecordJson {
  private static final String KIND = "is";

  private RecordJson() {}

  static Json write(Object value, Type type) {
    var plain = PlainValues.of(type);
    if (plain.isPresent()) {
      return plain.get().write(value);
    }
    return switch (type) {
      case ParameterizedType of -> container(value, of);
      case Class<?> kind when kind.isSealed() ->
          Json.object()
              .with(KIND, value.getClass().getSimpleName())
              .with((Json.Obj) record(value, value.getClass()));
      case Class<?> kind when kind.isRecord() -> record(value, kind);
      default -> throw new IllegalStateException("nobody knows how to save a " + type);
    };
  }

  private static Json container(Object value, ParameterizedType type) {
    var inner = last(type);
    return switch (value) {
      case Optional<?> some -> some.map(v -> write(v, inner)).orElse(Json.Null.NULL);
      case List<?> list -> Json.array(list.stream().map(v -> write(v, inner)).toList());
      case Map<?, ?> map -> {
        // Sorted, so that two plans that say the same are the same text.
        var members = new TreeMap<String, Json>();
        map.forEach((k, v) -> members.put(k.toString(), write(v, inner)));
        yield new Json.Obj(members);
      }
      default -> throw new IllegalStateException("nobody knows how to save a " + type);
    };
  }

  private static Json record(Object value, Class<?> type) {
    var object = Json.object();
    for (var component : type.getRecordComponents()) {
      var json = write(read(component, value), component.getGenericType());
      boolean chosen = component.getType() == Optional.class && !json.isNull();
      if (chosen || says(json)) {
        object = object.with(component.getName(), json);
      }
    }
    return object;
  }

  private static boolean says(Json json) {
    return switch (json) {
      case Json.Null _ -> false;
      case Json.Bool(var value) -> value;
      case Json.Arr(var items) -> !items.isEmpty();
      case Json.Obj(var members) -> !members.isEmpty();
      case Json.Text _, Json.Num _ -> true;
    };
  }

  /**
   * The value again.
   *
   * @param path what it is called in the file, for what is said of it
   * @throws IllegalArgumentException where the JSON does not hold such a value
   */
  static Object read(Json json, Type type, String path) {
    var plain = PlainValues.of(type);
    try {
      if (plain.isPresent()) {
        return plain.get().read(json);
      }
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(path + " is no " + word(type) + ": " + e.getMessage(), e);
    }
    return switch (type) {
      case ParameterizedType of -> container(json, of, path);
      case Class<?> kind when kind.isSealed() -> read(json, kindOf(json, kind, path), path);
      case Class<?> kind when kind.isRecord() -> made(json, kind, path);
      default -> throw new IllegalStateException("nobody knows how to read a " + type);
    };
  }

  private static Object container(Json json, ParameterizedType type, String path) {
    var inner = last(type);
    var raw = (Class<?>) type.getRawType();
    if (raw == Optional.class) {
      return json.isNull() ? Optional.empty() : Optional.of(read(json, inner, path));
    }
    if (raw == List.class) {
      if (!json.isNull() && !(json instanceof Json.Arr)) {
        throw new IllegalArgumentException(path + " is no list");
      }
      var items = json.items();
      var made = new Object[items.size()];
      Arrays.setAll(made, i -> read(items.get(i), inner, path + "[" + i + "]"));
      return List.of(made);
    }
    if (!json.isNull() && !(json instanceof Json.Obj)) {
      throw new IllegalArgumentException(path + " is no object");
    }
    var members = new LinkedHashMap<String, Object>();
    json.members().forEach((k, v) -> members.put(k, read(v, inner, path + "." + k)));
    return members;
  }

  private static Class<?> kindOf(Json json, Class<?> sealed, String path) {
    var word = json.get(KIND).text().orElse("");
    return Arrays.stream(sealed.getPermittedSubclasses())
        .filter(c -> c.getSimpleName().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(path + "." + KIND + " says \"" + word + "\""));
  }

  private static Object made(Json json, Class<?> type, String path) {
    if (!json.isNull() && !(json instanceof Json.Obj)) {
      throw new IllegalArgumentException(path + " is no object");
    }
    var components = type.getRecordComponents();
    var values =
        Arrays.stream(components)
            .map(c -> read(json.get(c.getName()), c.getGenericType(), path + "." + c.getName()))
            .toArray();
    try {
      return constructor(type, components).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          path + " is no " + word(type) + ": " + e.getTargetException().getMessage(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a public record has a public constructor: " + type, e);
    }
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] components)
      throws NoSuchMethodException {
    return type.getConstructor(
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
  }

  private static Object read(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a public record shows its components: " + component, e);
    }
  }

  private static Type last(ParameterizedType type) {
    var arguments = type.getActualTypeArguments();
    return arguments[arguments.length - 1];
  }

  private static String word(Type type) {
    return type instanceof Class<?> named ? named.getSimpleName() : type.toString();
  }
}
