package dev.catamaran.compose.tree;

/** What a plain scalar means in YAML as Go's yaml.v3 reads it, which is what Docker reads. */
public enum ScalarKind {
  STRING("a string"),
  BOOLEAN("a boolean"),
  INTEGER("a whole number"),
  FLOAT("a number"),
  DATE("a date"),
  NULL("null");

  private final String words;

  ScalarKind(String words) {
    this.words = words;
  }

  /** For messages: {@code a whole number}. */
  public String words() {
    return words;
  }
}
