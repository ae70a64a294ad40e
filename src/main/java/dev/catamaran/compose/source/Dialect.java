package dev.catamaran.compose.source;

/** The two ways Docker reads Compose files. */
public enum Dialect {
  /** Versions 3.0 to 3.13 as {@code docker stack deploy} takes them. */
  STACK,
  /** The Compose Specification as {@code docker compose} takes it. */
  COMPOSE
}
