package dev.catamaran.ledger;

import dev.catamaran.cluster.AskedEngine;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RoutingTable.ListenKey;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ports that Swarm and our agents live on, and those by which operators come in. */
public final class Reserved {
  private static final String OVERLAY = "Swarm's overlay networks (VXLAN)";

  private static final Map<ListenKey, String> ALWAYS =
      Map.of(
          key(Protocol.TCP, 22), "ssh, by which operators reach the nodes",
          key(Protocol.TCP, 2377), "Swarm's managers",
          key(Protocol.TCP, 2378), "Catamaran's agents",
          key(Protocol.TCP, 7946), "Swarm's node discovery",
          key(Protocol.UDP, 7946), "Swarm's node discovery");

  /** How Windows is administered from afar. */
  private static final Map<ListenKey, String> ON_WINDOWS =
      Map.of(
          key(Protocol.TCP, 3389), "Remote Desktop",
          key(Protocol.TCP, 5985), "Windows Remote Management",
          key(Protocol.TCP, 5986), "Windows Remote Management");

  private Reserved() {}

  /**
   * What no service may publish. Windows keeps to 4789 for overlays, whatever the swarm was told.
   */
  public static SortedMap<ListenKey, String> everywhere(Cluster cluster) {
    var reserved = new TreeMap<>(ALWAYS);
    reserved.put(new ListenKey(Protocol.UDP, cluster.asked().dataPath()), OVERLAY);
    if (cluster.nodes().stream().anyMatch(n -> n.facts().windows())) {
      reserved.put(new ListenKey(Protocol.UDP, AskedEngine.USUAL_DATA_PATH), OVERLAY);
    }
    cluster
        .asked()
        .api()
        .ifPresent(p ->
            reserved.putIfAbsent(
                new ListenKey(Protocol.TCP, p), "the engine's own API, by which it is asked here"));
    return reserved;
  }

  /** What operators of a Windows node may come in by; nobody knows whether they do. */
  public static Optional<String> onWindows(ListenKey key) {
    return Optional.ofNullable(ON_WINDOWS.get(key));
  }

  private static ListenKey key(Protocol protocol, int port) {
    return new ListenKey(protocol, new Port(port));
  }
}
