package dev.catamaran.model;

import java.util.Locale;

/** The operating systems a node of ours can run, and every other one an image may be made for. */
public enum Os {
  LINUX,
  WINDOWS,
  /** Something no Swarm node runs, such as freebsd or darwin. */
  OTHER;

  /** The OCI word: {@code linux}, {@code windows}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Os of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "linux" -> LINUX;
      case "windows" -> WINDOWS;
      default -> OTHER;
    };
  }

  @Override
  public String toString() {
    return word();
  }
}
