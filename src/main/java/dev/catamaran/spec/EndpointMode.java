package dev.catamaran.spec;

import java.util.Locale;
import java.util.Optional;

/** How callers find a service's tasks. */
public enum EndpointMode {
  /** One virtual address, spread by the caller's node. */
  VIP,
  /** DNS answers with the tasks' own addresses in turn. */
  DNSRR;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EndpointMode> of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "vip" -> Optional.of(VIP);
      case "dnsrr" -> Optional.of(DNSRR);
      default -> Optional.empty();
    };
  }
}
