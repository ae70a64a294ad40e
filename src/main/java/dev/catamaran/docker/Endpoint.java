package dev.catamaran.docker;

import dev.catamaran.model.ApiVersion;
import java.util.Optional;

/**
 * An engine, and how to reach it.
 *
 * @param tls empty where it is spoken to in the clear, or by means that are safe by themselves
 * @param pinned the API version the user wants to be spoken, instead of the newest of both sides
 * @param chosenBy what named it, for messages; empty where nobody had to choose
 */
public record Endpoint(
    EngineAddress address,
    Optional<TlsFiles> tls,
    Optional<ApiVersion> pinned,
    Optional<String> chosenBy) {

  /** Without TLS, in the newest words of both sides. */
  public static Endpoint of(EngineAddress address) {
    return new Endpoint(address, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public String toString() {
    return address + chosenBy.map(c -> " (" + c + ")").orElse("");
  }
}
