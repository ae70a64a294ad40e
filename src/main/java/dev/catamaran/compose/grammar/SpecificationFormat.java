package dev.catamaran.compose.grammar;

/** The Compose Specification. */
final class SpecificationFormat {
  static final Shape FILE = Shape.anything();

  private SpecificationFormat() {}
}
