package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * Sets members of a JSON object and leaves those we do not know; a member whose value is empty is
 * taken away, so that what was removed from a specification goes from the engine too.
 */
record Patch(Json.Obj tree) {
  static final Patch NEW = new Patch(Json.Obj.EMPTY);

  static Patch on(Json base) {
    return new Patch(base instanceof Json.Obj object ? object : Json.Obj.EMPTY);
  }

  /** Keeps a chain in one piece where a part is written elsewhere. */
  Patch with(UnaryOperator<Patch> change) {
    return change.apply(this);
  }

  /** For what only newer engines know: on others the member stays as it is. */
  Patch when(boolean holds, UnaryOperator<Patch> change) {
    return holds ? change.apply(this) : this;
  }

  Patch json(String key, Optional<? extends Json> value) {
    return new Patch(value.isPresent() ? tree.with(key, value.get()) : tree.without(key));
  }

  Patch text(String key, String value) {
    return new Patch(tree.with(key, value));
  }

  Patch text(String key, Optional<String> value) {
    return json(key, value.map(Json.Text::new));
  }

  /** Go leaves a false out. */
  Patch flag(String key, boolean value) {
    return json(key, value ? Optional.of(new Json.Bool(true)) : Optional.empty());
  }

  Patch number(String key, long value) {
    return new Patch(tree.with(key, value));
  }

  Patch number(String key, OptionalLong value) {
    return json(
        key, value.isPresent() ? Optional.of(Json.Num.of(value.getAsLong())) : Optional.empty());
  }

  Patch number(String key, OptionalInt value) {
    return number(
        key, value.isPresent() ? OptionalLong.of(value.getAsInt()) : OptionalLong.empty());
  }

  /** The engine counts time in nanoseconds. */
  Patch nanos(String key, Optional<Duration> value) {
    return json(key, value.map(d -> Json.Num.of(d.toNanos())));
  }

  Patch texts(String key, List<String> values) {
    return items(key, values.stream().map(Json.Text::new).toList());
  }

  Patch texts(String key, Map<String, String> values) {
    return json(key, values.isEmpty() ? Optional.empty() : Optional.of(Json.texts(values)));
  }

  Patch items(String key, List<? extends Json> values) {
    return json(key, values.isEmpty() ? Optional.empty() : Optional.of(Json.array(values)));
  }

  /** Patches the object below; an object that ends up empty is taken away. */
  Patch inside(String key, UnaryOperator<Patch> change) {
    var inner = change.apply(on(tree.get(key))).tree();
    return json(key, inner.members().isEmpty() ? Optional.empty() : Optional.of(inner));
  }

  /** Patches the object below where there is something to say, else takes it away. */
  Patch insideIf(String key, boolean said, UnaryOperator<Patch> change) {
    return said
        ? new Patch(tree.with(key, change.apply(on(tree.get(key))).tree()))
        : new Patch(tree.without(key));
  }
}
