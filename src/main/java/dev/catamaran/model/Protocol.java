package dev.catamaran.model;

import java.util.Locale;
import java.util.Optional;

/** The transport protocols that Compose and Swarm can publish. */
public enum Protocol {
  TCP,
  UDP,
  SCTP;

  /** The word Compose and the Engine API use: {@code tcp}, {@code udp}, {@code sctp}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the word in any case; empty for anything else, never a silent TCP. */
  public static Optional<Protocol> of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "tcp" -> Optional.of(TCP);
      case "udp" -> Optional.of(UDP);
      case "sctp" -> Optional.of(SCTP);
      default -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return word();
  }
}
