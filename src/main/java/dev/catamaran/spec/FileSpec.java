package dev.catamaran.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A config or secret that the engine stores; both cannot be changed, only replaced. */
public record FileSpec(FileKind kind, String name, Map<String, String> labels, Content content) {
  public FileSpec {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }
}
