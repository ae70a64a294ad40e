package dev.catamaran.plan;

import dev.catamaran.model.ImageRef;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A specification as flat fields, path to text, by the components of its records: a new component
 * takes part in every diff without a line here. A plain false says as little as an empty value.
 * Values that look like credentials are hidden.
 */
final class Fields {
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i).*(passw|pwd|secret|token|credential|api_?key|private_?key|connectionstring).*");
  private static final Pattern EMBEDDED =
      Pattern.compile(
          "(?i)(passw(?:or)?d|pwd|secret|token|sig|accountkey)(\\s*[=:]\\s*)[^;&\\s]+|(//[^/:@\\s]+:)[^@/\\s]+@");
  private static final String HIDDEN = "(hidden)";

  private final SortedMap<String, String> found = new TreeMap<>();

  private Fields() {}

  static SortedMap<String, String> of(Record specification) {
    var fields = new Fields();
    fields.record("", specification);
    return fields.found;
  }

  /** The text to show for a field; comparing is done on the true text. */
  static String shown(String path, String text) {
    var name = path.substring(path.lastIndexOf('.') + 1);
    if ((path.contains("environment.") || path.contains("options."))
        && CREDENTIAL.matcher(name).matches()) {
      return HIDDEN;
    }
    return EMBEDDED.matcher(text).replaceAll(m -> replacement(m));
  }

  private static String replacement(java.util.regex.MatchResult match) {
    var kept =
        match.group(1) != null
            ? match.group(1) + match.group(2) + HIDDEN
            : match.group(3) + HIDDEN + "@";
    return java.util.regex.Matcher.quoteReplacement(kept);
  }

  private void record(String path, Record value) {
    for (var component : value.getClass().getRecordComponents()) {
      add(
          path.isEmpty() ? component.getName() : path + "." + component.getName(),
          read(component, value));
    }
  }

  private void add(String path, Object value) {
    switch (value) {
      case ImageRef image -> found.put(path, image.familiar());
      case Optional<?> optional when optional.orElse(null) instanceof Boolean said ->
          found.put(path, said.toString());
      case Optional<?> optional -> optional.ifPresent(v -> add(path, v));
      case Boolean flag -> {
        if (flag) {
          found.put(path, "true");
        }
      }
      case OptionalInt number -> number.ifPresent(n -> found.put(path, Integer.toString(n)));
      case OptionalLong number -> number.ifPresent(n -> found.put(path, Long.toString(n)));
      case Map<?, ?> map -> map.forEach((k, v) -> addEntry(path + "." + k, v));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          add(path + "[" + i + "]", list.get(i));
        }
      }
      case Record inner when isPlain(inner) -> found.put(path, inner.toString());
      case Record inner -> record(path, inner);
      default -> found.put(path, value.toString());
    }
  }

  /** A variable without a value is still there. */
  private void addEntry(String path, Object value) {
    if (value instanceof Optional<?> optional && optional.isEmpty()) {
      found.put(path, "(no value)");
    } else {
      add(path, value);
    }
  }

  /** The words of the model print themselves, and a kind without parts is its name. */
  private static boolean isPlain(Record value) {
    return value.getClass().getPackageName().equals(ImageRef.class.getPackageName())
        || value.getClass().getRecordComponents().length == 0;
  }

  private static Object read(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a public record shows its components: " + component, e);
    }
  }
}
