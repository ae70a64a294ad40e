package dev.catamaran.compose.source;

import java.util.Optional;

/** The two ways Docker reads Compose files. */
public enum Dialect {
  /** Versions 3.0 to 3.13 as {@code docker stack deploy} takes them. */
  STACK,
  /** The Compose Specification as {@code docker compose} takes it. */
  COMPOSE;

  /** As written behind {@code --dialect}; empty where the word is no dialect. */
  public static Optional<Dialect> of(String word) {
    return switch (word) {
      case "stack" -> Optional.of(STACK);
      case "compose" -> Optional.of(COMPOSE);
      default -> Optional.empty();
    };
  }
}
