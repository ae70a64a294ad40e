package dev.catamaran.spec;

import dev.catamaran.model.Cidr;
import java.util.List;
import java.util.Optional;

/**
 * How a network's addresses are found.
 *
 * @param ipv6 whether it has IPv6 as well
 * @param ipam who manages addresses; without a name the engine's own
 * @param pools as an engine shows a network, also those that it allotted by itself
 */
public record Addressing(boolean ipv6, Driver ipam, List<Pool> pools) {
  /** Nothing written. */
  public static final Addressing DEFAULT = new Addressing(false, Driver.NONE, List.of());

  public Addressing {
    pools = List.copyOf(pools);
  }

  /** Whether a network with these addresses is what the other asks for. */
  public boolean holds(Addressing wanted) {
    return ipv6 == wanted.ipv6
        && ipam.name().equals(wanted.ipam.name())
        && wanted.pools.stream().allMatch(w -> pools.stream().anyMatch(p -> p.holds(w)));
  }

  /**
   * A range of addresses.
   *
   * @param subnet {@code 10.0.9.0/24}
   * @param range the part of the subnet that containers get
   */
  public record Pool(Optional<String> subnet, Optional<String> gateway, Optional<String> range) {
    private boolean holds(Pool wanted) {
      return same(wanted.subnet, subnet)
          && same(wanted.gateway, gateway)
          && same(wanted.range, range);
    }

    private static boolean same(Optional<String> wanted, Optional<String> held) {
      return wanted.isEmpty() || wanted.map(Pool::network).equals(held.map(Pool::network));
    }

    /** An engine clears the bits of the hosts, and writes IPv6 in its own way. */
    private static String network(String text) {
      return Cidr.parse(text).map(Cidr::toString).orElse(text);
    }
  }
}
