package dev.catamaran.simulate;

import dev.catamaran.json.Json;
import dev.catamaran.spec.FileKind;

/** A config or secret the simulated engine stores; {@code spec} holds the content, so no text. */
public record SimFile(Meta meta, FileKind kind, String name, Json.Obj spec) {
  public String id() {
    return meta.id();
  }

  SimFile with(Meta other) {
    return new SimFile(other, kind, name, spec);
  }

  /** Without the content: it may be a secret. */
  @Override
  public String toString() {
    return kind.word() + " " + name + " (" + id() + ")";
  }
}
