package dev.catamaran.plan;

import dev.catamaran.model.ImageRef;
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.FileUse;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.Resources;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A specification as flat fields in Compose's words, by the components of its records: a new
 * component takes part in every diff without a line here. A plain false says as little as an empty
 * value. What has a name of its own, a port, a mount, a network, is known by it and not by its
 * place in a list.
 */
final class Fields {
  private static final int NANO_DIGITS = 9;

  /**
   * One field.
   *
   * @param path as in a Compose file; the items of a set share one
   * @param text the true text, credentials included
   */
  record Field(String path, String text) {}

  private final SortedMap<String, Field> found = new TreeMap<>();
  private final Map<String, Integer> named = new HashMap<>();

  private Fields() {}

  /** The fields by a key that is unique and the same from plan to plan. */
  static SortedMap<String, Field> of(Record specification) {
    var fields = new Fields();
    fields.record("", specification);
    return fields.found;
  }

  private void record(String path, Record value) {
    for (var component : value.getClass().getRecordComponents()) {
      var inner = read(component, value);
      var name = FieldNames.below(path, component);
      if (inner instanceof List<?> items && FieldNames.unordered(component)) {
        items.forEach(i -> put(name + "[" + i + "]", name, i.toString()));
      } else {
        add(name, unit(component, inner));
      }
    }
  }

  /** Numbers as people write them. */
  private static Object unit(RecordComponent component, Object value) {
    return switch (value) {
      case OptionalLong nano when nano.isPresent() && component.getName().equals("nanoCpus") ->
          BigDecimal.valueOf(nano.getAsLong(), NANO_DIGITS).stripTrailingZeros().toPlainString();
      case Integer bits when component.getName().equals("mode") -> octal(bits);
      case OptionalInt bits when bits.isPresent() && component.getName().equals("mode") ->
          octal(bits.getAsInt());
      default -> value;
    };
  }

  private static String octal(int bits) {
    return "0" + Integer.toOctalString(bits);
  }

  private void add(String path, Object value) {
    switch (value) {
      case ImageRef image -> put(path, image.familiar());
      case Optional<?> optional when optional.orElse(null) instanceof Boolean said ->
          put(path, said.toString());
      case Optional<?> optional -> optional.ifPresent(v -> add(path, v));
      case Boolean flag -> {
        if (flag) {
          put(path, "true");
        }
      }
      case OptionalInt number -> number.ifPresent(n -> put(path, Integer.toString(n)));
      case OptionalLong number -> number.ifPresent(n -> put(path, Long.toString(n)));
      case Map<?, ?> map -> map.forEach((k, v) -> addEntry(path + "." + k, v));
      case List<?> list -> items(path, list);
      case Duration time -> put(path, written(time));
      case Enum<?> word -> put(path, word.name().toLowerCase(Locale.ROOT));
      case Mode mode -> mode(path, mode);
      case Record inner when isPlain(inner) -> put(path, inner.toString());
      case Record inner -> record(path, inner);
      default -> put(path, value.toString());
    }
  }

  private void items(String path, List<?> list) {
    if (!list.isEmpty() && list.stream().noneMatch(Record.class::isInstance)) {
      put(
          path,
          list.stream().map(i -> "\"" + i + "\"").collect(Collectors.joining(", ", "[", "]")));
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      item(path, i, (Record) list.get(i));
    }
  }

  private void item(String path, int index, Record item) {
    switch (item) {
      case PortSpec port -> {
        var name = unique(path + "[" + port.target() + "/" + port.protocol() + "]");
        put(name + ".mode", port.mode().word());
        port.published().ifPresent(p -> put(name + ".published", p.toString()));
      }
      case Attachment attachment -> {
        put(path + "[" + attachment.network() + "]", path, attachment.network());
        record(path + "[" + attachment.network() + "]", attachment);
      }
      case Mount mount -> record(unique(path + "[" + mount.target() + "]"), mount);
      case FileUse use -> record(unique(use.kind().word() + "s[" + use.target() + "]"), use);
      case Resources.Generic generic ->
          put(path + "." + generic.kind(), Long.toString(generic.count()));
      default -> add(path + "[" + index + "]", item);
    }
  }

  private String unique(String name) {
    int count = named.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + "#" + count;
  }

  private void mode(String path, Mode mode) {
    switch (mode) {
      case Mode.Replicated(var replicas) -> {
        put(path, "replicated");
        put("deploy.replicas", Integer.toString(replicas));
      }
      case Mode.Global() -> put(path, "global");
      case Mode.ReplicatedJob(var concurrent, var completions) -> {
        put(path, "replicated-job");
        put("deploy.replicas", Integer.toString(completions));
        put("deploy.max_concurrent", Integer.toString(concurrent));
      }
      case Mode.GlobalJob() -> put(path, "global-job");
    }
  }

  /** {@code 1m30s}, as Compose writes times. */
  private static String written(Duration time) {
    return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  /** A variable without a value is still there. */
  private void addEntry(String path, Object value) {
    if (value instanceof Optional<?> optional && optional.isEmpty()) {
      put(path, "(no value)");
    } else {
      add(path, value);
    }
  }

  private void put(String path, String text) {
    put(path, path, text);
  }

  private void put(String key, String path, String text) {
    found.put(key, new Field(path, text));
  }

  /** The words of the model print themselves. */
  private static boolean isPlain(Record value) {
    return value.getClass().getPackageName().equals(ImageRef.class.getPackageName());
  }

  private static Object read(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a public record shows its components: " + component, e);
    }
  }
}
