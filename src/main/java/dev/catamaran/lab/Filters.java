package dev.catamaran.lab;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** How list requests choose: within one key any value fits, every key has to fit. */
final class Filters {
  private final Map<String, List<String>> wanted;

  Filters(Map<String, List<String>> wanted) {
    this.wanted = wanted;
  }

  /** True where the key is not asked for, or any of its values fits. */
  boolean any(String key, Predicate<String> fits) {
    var values = wanted.get(key);
    return values == null || values.isEmpty() || values.stream().anyMatch(fits);
  }

  boolean is(String key, String value) {
    return any(key, value::equals);
  }

  boolean isIgnoringCase(String key, String value) {
    return any(key, value::equalsIgnoreCase);
  }

  /** Ids are matched by how they begin. */
  boolean id(String key, String id) {
    return any(key, id::startsWith);
  }

  /** Names are matched by how they begin. */
  boolean name(String name) {
    return any("name", name::startsWith);
  }

  /** Every label asked for has to be there: {@code key} or {@code key=value}. */
  boolean labels(String key, Map<String, String> labels) {
    BiPredicate<String, Map<String, String>> has =
        (label, all) -> {
          int equals = label.indexOf('=');
          return equals < 0
              ? all.containsKey(label)
              : label.substring(equals + 1).equals(all.get(label.substring(0, equals)));
        };
    return wanted.getOrDefault(key, List.of()).stream().allMatch(l -> has.test(l, labels));
  }
}
