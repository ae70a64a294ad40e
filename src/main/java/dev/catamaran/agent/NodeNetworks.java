package dev.catamaran.agent;

import dev.catamaran.model.Cidr;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The networks that a Linux node is in by interfaces of its own. */
final class NodeNetworks {
  /** A label is no place for more, and hardly any node is in more. */
  static final int MOST = 8;

  /** What Docker makes: bridges, ends of containers, and its overlay networks. */
  private static final List<String> OF_DOCKER = List.of("docker", "br-", "veth", "vx-", "ov-");

  private NodeNetworks() {}

  /** Sorted; empty where the system does not tell. */
  static List<Cidr> subnets() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(NodeNetworks::counts)
          .flatMap(i -> i.getInterfaceAddresses().stream())
          .flatMap(NodeNetworks::subnet)
          .distinct()
          .sorted(Comparator.comparing(Cidr::toString))
          .limit(MOST)
          .toList();
    } catch (SocketException _) {
      return List.of();
    }
  }

  private static boolean counts(NetworkInterface card) {
    try {
      return card.isUp() && !card.isLoopback() && !ofDocker(card.getName());
    } catch (SocketException _) {
      return false;
    }
  }

  static boolean ofDocker(String name) {
    return OF_DOCKER.stream().anyMatch(name::startsWith);
  }

  /** An address for itself alone is in no network. */
  private static Stream<Cidr> subnet(InterfaceAddress address) {
    int bits = address.getNetworkPrefixLength();
    return address.getAddress() instanceof Inet4Address ip
            && !ip.isLinkLocalAddress()
            && bits > 0
            && bits < Integer.SIZE
        ? Stream.of(new Cidr(ip, bits))
        : Stream.empty();
  }
}
