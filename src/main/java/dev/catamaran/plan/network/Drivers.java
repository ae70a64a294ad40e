package dev.catamaran.plan.network;

import dev.catamaran.compose.NetworkDeclaration;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
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

  static Finding finding(NetworkDeclaration declared, String driver) {
    boolean windows = WINDOWS.contains(driver);
    if (!windows && !LINUX.contains(driver)) {
      return Finding.warning(
              Code.FACT_UNKNOWN,
              "network "
                  + declared.key()
                  + " has driver "
                  + driver
                  + "; whether the nodes have it is not known")
          .at(declared.places().of("driver"))
          .because("Swarm holds tasks back from nodes that do not report the plugin")
          .tryThis("docker plugin ls, on each node", "driver: overlay, which every node has");
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
    return windows
        ? finding
            .because("only Windows engines have it, each for itself")
            .tryThis(
                "driver: overlay, or leave the driver out: tasks on Windows still reach the"
                    + " outside through nat")
        : finding.tryThis("driver: overlay, or leave the driver out");
  }
}
