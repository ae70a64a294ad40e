package dev.catamaran.compose;

import dev.catamaran.model.Where;
import dev.catamaran.spec.Content;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A config or secret of the file's {@code configs:} or {@code secrets:}.
 *
 * @param name the engine's name where the user fixed it; else project and key make it
 * @param content empty for an external one, which the engine has already, and for one that a store
 *     outside of the engine has
 */
public record FileDeclaration(
    FileKind kind,
    String key,
    Where where,
    Optional<String> name,
    Map<String, String> labels,
    Optional<Content> content,
    FileSpec.Plugins plugins) {
  public FileDeclaration {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /** Nothing but its content written. */
  public FileDeclaration(
      FileKind kind,
      String key,
      Where where,
      Optional<String> name,
      Map<String, String> labels,
      Optional<Content> content) {
    this(kind, key, where, name, labels, content, FileSpec.Plugins.NONE);
  }

  public boolean external() {
    return content.isEmpty() && !plugins.store().said();
  }
}
