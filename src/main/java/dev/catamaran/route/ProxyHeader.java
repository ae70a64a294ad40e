package dev.catamaran.route;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a backend is told whose connection it is; only TCP has it. */
public enum ProxyHeader {
  /** Not at all: it sees the node's address. */
  NONE,
  /** By a header of the PROXY protocol, version 2, before the client's first byte. */
  V2;

  /** The word of the label and of the routes' text: {@code none}, {@code v2}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for any other word. */
  public static Optional<ProxyHeader> of(String word) {
    return Arrays.stream(values()).filter(h -> h.word().equals(word)).findFirst();
  }
}
