package dev.catamaran.spec;

/** The two kinds of file that an engine stores and hands to containers. */
public enum FileKind {
  CONFIG,
  SECRET;

  /** {@code config} or {@code secret}. */
  public String word() {
    return this == CONFIG ? "config" : "secret";
  }
}
