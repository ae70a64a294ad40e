package dev.catamaran.spec;

import java.util.List;

/**
 * How names become addresses inside a container, besides the engine's own names.
 *
 * @param servers addresses of name servers
 * @param search domains
 * @param options such as {@code ndots:2}
 * @param hosts lines of /etc/hosts, {@code 10.0.0.7 db db.internal}
 */
public record Resolver(
    List<String> servers, List<String> search, List<String> options, List<String> hosts) {
  /** Nothing written. */
  public static final Resolver NONE = new Resolver(List.of(), List.of(), List.of(), List.of());

  public Resolver {
    servers = List.copyOf(servers);
    search = List.copyOf(search);
    options = List.copyOf(options);
    hosts = List.copyOf(hosts);
  }

  /**
   * The line for Compose's {@code db:10.0.0.7}; the name has no colon, an IPv6 address has some.
   *
   * @throws IllegalArgumentException if there is no colon at all
   */
  public static String hostLine(String pair) {
    int colon = pair.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("\"" + pair + "\" is not NAME:ADDRESS");
    }
    return pair.substring(colon + 1) + " " + pair.substring(0, colon);
  }
}
