package dev.catamaran.model;

import java.util.Optional;

/** A value that knows whether the user wrote it, and where; a default never passes for a choice. */
public sealed interface Sourced<T> {
  T value();

  /** Where the user wrote it; empty for a default. */
  Optional<Where> where();

  static <T> Sourced<T> written(T value, Where where) {
    return new Written<>(value, where);
  }

  static <T> Sourced<T> defaulted(T value) {
    return new Defaulted<>(value);
  }

  /** Written by the user. */
  record Written<T>(T value, Where place) implements Sourced<T> {
    @Override
    public Optional<Where> where() {
      return Optional.of(place);
    }
  }

  /** Nobody wrote it; the format's default holds. */
  record Defaulted<T>(T value) implements Sourced<T> {
    @Override
    public Optional<Where> where() {
      return Optional.empty();
    }
  }
}
