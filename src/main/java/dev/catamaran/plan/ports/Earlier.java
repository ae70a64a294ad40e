package dev.catamaran.plan.ports;

import dev.catamaran.cluster.LiveService;
import dev.catamaran.ledger.Ledger;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RoutingTable.ListenKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ports the project's services have now, by what is behind them, so that they keep them. */
final class Earlier {
  private final Map<String, Map<ListenKey, List<Port>>> granted = new HashMap<>();
  private final Map<String, Map<ListenKey, List<Port>>> byEngine = new HashMap<>();

  Earlier(List<LiveService> services) {
    services.forEach(this::remember);
  }

  private void remember(LiveService service) {
    var name = service.spec().name();
    var asked = service.spec().endpoint().ports();
    for (var port : service.ports()) {
      var behind = new ListenKey(port.protocol(), port.target());
      port.published().ifPresent(p -> add(granted, name, behind, p));
      if (!asked.contains(port)) {
        port.published().ifPresent(p -> add(byEngine, name, behind, p));
      }
    }
    for (var port : Ledger.meshPorts(service)) {
      add(granted, name, new ListenKey(port.protocol(), port.target()), port.published());
    }
  }

  private static void add(
      Map<String, Map<ListenKey, List<Port>>> ports, String service, ListenKey behind, Port port) {
    ports
        .computeIfAbsent(service, _ -> new HashMap<>())
        .computeIfAbsent(behind, _ -> new ArrayList<>())
        .add(port);
  }

  /** By whomever they were chosen. */
  List<Port> granted(String service, Protocol protocol, Port target) {
    return of(granted, service, new ListenKey(protocol, target));
  }

  /** Those the engine chose itself. */
  List<Port> byEngine(String service, Protocol protocol, Port target) {
    return of(byEngine, service, new ListenKey(protocol, target));
  }

  private static List<Port> of(
      Map<String, Map<ListenKey, List<Port>>> ports, String service, ListenKey behind) {
    return ports.getOrDefault(service, Map.of()).getOrDefault(behind, List.of());
  }
}
