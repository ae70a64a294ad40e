package dev.catamaran.mesh;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** The addresses of this host, one by one. */
final class OwnAddresses {
  private OwnAddresses() {}

  /** Those addresses, with the wildcard replaced by every address this host has now. */
  static Collection<InetAddress> of(List<InetAddress> addresses) {
    var all = new LinkedHashSet<InetAddress>();
    for (var address : addresses) {
      if (address.isAnyLocalAddress()) {
        all.addAll(every(address));
      } else {
        all.add(address);
      }
    }
    return all;
  }

  private static List<InetAddress> every(InetAddress wildcard) {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(a -> !a.isLinkLocalAddress())
          .toList();
    } catch (SocketException _) {
      // Better all at once than none: on a host with one address nobody sees the difference.
      return List.of(wildcard);
    }
  }
}
