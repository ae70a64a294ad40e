package dev.catamaran.plan.network;

import dev.catamaran.compose.NetworkDeclaration;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import java.util.Optional;
import java.util.Set;

/** What comes of a network driver that is not the overlay one. */
final class Drivers {
  /** Drivers of one node's own networks (moby, libnetwork {@code drivers_linux.go}). */
  private static final Set<String> LINUX =
      Set.of("bridge", "host", "macvlan", "ipvlan", "null", "none");

  /** The same of Windows (moby, libnetwork {@code drivers_windows.go}). */
  private static final Set<String> WINDOWS =
      Set.of("nat", "transparent", "l2bridge", "l2tunnel", "ics", "internal", "private");

  private Drivers() {}

  /** Empty for a driver of a plugin: whether the nodes have it is asked of each node. */
  static Optional<Finding> finding(NetworkDeclaration declared, String driver) {
    boolean windows = WINDOWS.contains(driver);
    if (!windows && !LINUX.contains(driver)) {
      return Optional.empty();
    }
    var finding =
        Finding.error(
                Code.NETWORK_SCOPE,
                "network "
                    + declared.key()
                    + " has driver "
                    + driver
                    + ", which exists on one node only")
            .at(declared.places().of("driver"));
    return Optional.of(
        windows
            ? finding
                .because("only Windows engines have it, each for itself")
                .tryThis(
                    "driver: overlay, or leave the driver out: tasks on Windows still reach the"
                        + " outside through nat")
            : finding.tryThis("driver: overlay, or leave the driver out"));
  }
}
