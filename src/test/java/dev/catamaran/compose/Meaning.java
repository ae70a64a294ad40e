package dev.catamaran.compose;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a canonical tree says, whatever it looks like: the order of keys and of lists that are sets
 * does not count, nor does what is as good as not written, nor the difference of 1 and "1".
 */
public final class Meaning {
  /** Their effect shows elsewhere in the tree. */
  private static final Set<String> SHOWN_ELSEWHERE = Set.of("version", "env_file", "label_file");

  private static final Set<String> SETS =
      Set.of(
          "ports",
          "expose",
          "volumes",
          "secrets",
          "configs",
          "cap_add",
          "cap_drop",
          "security_opt",
          "profiles",
          "devices",
          "tmpfs",
          "group_add",
          "external_links",
          "links",
          "extra_hosts",
          "constraints",
          "aliases");

  /** Keys of the user's own, where an empty value says something. */
  private static final Set<String> OWN_KEYS =
      Set.of("environment", "args", "labels", "options", "driver_opts", "sysctls");

  private Meaning() {}

  public static Object of(YamlNode tree) {
    return of(tree, "").orElse(Map.of());
  }

  /** The first place where two meanings differ, for messages; empty where they are the same. */
  public static Optional<String> difference(Object expected, Object actual) {
    return difference(expected, actual, "");
  }

  private static Optional<String> difference(Object expected, Object actual, String path) {
    if (expected instanceof Map<?, ?> a && actual instanceof Map<?, ?> b) {
      var keys = new ArrayList<Object>(a.keySet());
      b.keySet().stream().filter(k -> !a.containsKey(k)).forEach(keys::add);
      return keys.stream()
          .flatMap(k ->
              difference(
                  Optional.<Object>ofNullable(a.get(k)).orElse("(missing)"),
                  Optional.<Object>ofNullable(b.get(k)).orElse("(missing)"),
                  path + "." + k)
                  .stream())
          .findFirst();
    }
    if (expected instanceof List<?> a && actual instanceof List<?> b && a.size() == b.size()) {
      for (int i = 0; i < a.size(); i++) {
        var found = difference(a.get(i), b.get(i), path + "[" + i + "]");
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    return expected.equals(actual)
        ? Optional.empty()
        : Optional.of(path + ": expected " + expected + ", got " + actual);
  }

  private static Optional<Object> of(YamlNode node, String key) {
    return switch (node) {
      case Mapping m -> mapping(m, key);
      case Sequence s -> list(s, key);
      case Scalar s -> scalar(s);
    };
  }

  private static Optional<Object> mapping(Mapping mapping, String key) {
    boolean own = OWN_KEYS.contains(key) || key.startsWith("x-");
    var result = new TreeMap<String, Object>();
    for (var entry : mapping.entries()) {
      var name = entry.name();
      var value = of(entry.value(), name);
      if (own) {
        result.put(name, value.orElse("(null)"));
      } else if (!SHOWN_ELSEWHERE.contains(name)) {
        value.filter(v -> !v.equals("false")).ifPresent(v -> result.put(name, v));
      }
    }
    return result.isEmpty() && !own ? Optional.empty() : Optional.of(result);
  }

  private static Optional<Object> list(Sequence list, String key) {
    var items = new ArrayList<Object>();
    list.items().forEach(i -> items.add(of(i, key).orElse("(nothing)")));
    if (SETS.contains(key)) {
      items.sort(Comparator.comparing(Object::toString));
    }
    return items.isEmpty() ? Optional.empty() : Optional.of(items);
  }

  private static Optional<Object> scalar(Scalar scalar) {
    var text = scalar.dateInFull().asText();
    if (scalar.isNull()) {
      return Optional.empty();
    }
    return Optional.of(scalar.kind() == ScalarKind.FLOAT ? number(text) : text);
  }

  private static String number(String text) {
    try {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException _) {
      return text;
    }
  }
}
