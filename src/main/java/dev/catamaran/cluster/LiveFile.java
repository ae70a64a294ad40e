package dev.catamaran.cluster;

import dev.catamaran.spec.FileKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A config or secret the engine has; a secret's content cannot be read back. */
public record LiveFile(FileKind kind, String id, String name, Map<String, String> labels) {
  public LiveFile {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }
}
