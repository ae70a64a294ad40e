package dev.catamaran.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A config or secret that the engine stores; both cannot be changed, only replaced.
 *
 * @param content empty where a driver of the engine's finds it
 */
public record FileSpec(
    FileKind kind,
    String name,
    Map<String, String> labels,
    Optional<Content> content,
    Plugins plugins) {
  public FileSpec {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /** Nothing but its content written. */
  public FileSpec(FileKind kind, String name, Map<String, String> labels, Content content) {
    this(kind, name, labels, Optional.of(content), Plugins.NONE);
  }

  /**
   * What the engine does to get at the content.
   *
   * @param store finds a secret's content outside of the engine
   * @param templating fills in the content for each task, {@code golang}
   */
  public record Plugins(Driver store, Optional<String> templating) {
    /** Nothing written. */
    public static final Plugins NONE = new Plugins(Driver.NONE, Optional.empty());
  }
}
