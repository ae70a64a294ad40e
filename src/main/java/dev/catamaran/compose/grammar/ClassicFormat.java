package dev.catamaran.compose.grammar;

/** The classic format, versions 3.0 to 3.13. */
final class ClassicFormat {
  static final Shape FILE = Shape.anything();

  private ClassicFormat() {}
}
