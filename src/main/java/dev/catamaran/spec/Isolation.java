package dev.catamaran.spec;

import java.util.Locale;
import java.util.Optional;

/** How a Windows container is kept apart from its host. */
public enum Isolation {
  DEFAULT,
  PROCESS,
  HYPERV;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Isolation> of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "default" -> Optional.of(DEFAULT);
      case "process" -> Optional.of(PROCESS);
      case "hyperv" -> Optional.of(HYPERV);
      default -> Optional.empty();
    };
  }
}
