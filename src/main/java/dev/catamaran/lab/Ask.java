package dev.catamaran.lab;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.json.MalformedJson;
import dev.catamaran.simulate.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request to the Engine API.
 *
 * @param arguments what stood at the {@code *} of the route's path, in order
 */
record Ask(List<String> arguments, Map<String, String> query, String text) {
  Ask {
    arguments = List.copyOf(arguments);
    query = Map.copyOf(query);
  }

  String argument() {
    return arguments.getFirst();
  }

  /** The body, which has to be an object. */
  Json.Obj body() {
    try {
      if (JsonText.parse(text) instanceof Json.Obj object) {
        return object;
      }
    } catch (MalformedJson e) {
      throw new Refusal(Refusal.Kind.INVALID, "invalid JSON: " + e.getMessage());
    }
    throw new Refusal(Refusal.Kind.INVALID, "invalid JSON: an object is expected");
  }

  /** The object version that an update names. */
  long version() {
    var text = query.getOrDefault("version", "");
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException _) {
      throw new Refusal(
          Refusal.Kind.INVALID, "invalid object version '" + text + "': not a number");
    }
  }

  boolean flag(String key) {
    var value = query.getOrDefault(key, "");
    return value.equals("1") || value.equalsIgnoreCase("true");
  }

  Optional<String> parameter(String key) {
    return Optional.ofNullable(query.get(key)).filter(v -> !v.isEmpty());
  }

  /**
   * The filters of a list request; both forms of the API, values as members or as items.
   *
   * @param known refuses any other key, as an engine does
   */
  Map<String, List<String>> filters(List<String> known) {
    var filters = new LinkedHashMap<String, List<String>>();
    var given = query.getOrDefault("filters", "");
    if (given.isEmpty()) {
      return filters;
    }
    try {
      JsonText.parse(given)
          .members()
          .forEach((key, value) -> {
            if (!known.contains(key)) {
              throw new Refusal(Refusal.Kind.INVALID, "invalid filter '" + key + "'");
            }
            filters.put(
                key,
                value instanceof Json.Arr
                    ? value.textItems()
                    : value.members().entrySet().stream()
                        .filter(e -> e.getValue().isTrue())
                        .map(Map.Entry::getKey)
                        .toList());
          });
    } catch (MalformedJson e) {
      throw new Refusal(Refusal.Kind.INVALID, "invalid filters: " + e.getMessage());
    }
    return filters;
  }
}
