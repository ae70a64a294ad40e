package dev.catamaran.simulate;

import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who publishes which port: the cluster's for ingress, each node's for host mode. */
final class PortTable {
  /** Where Swarm begins to allot ports, for ingress as for host mode here. */
  static final int FIRST_ALLOTTED = 30_000;

  private PortTable() {}

  /** Ingress against ingress and ingress against host clash; host against host is per node. */
  static void refuseTaken(Draft draft, String serviceId, List<PortSpec> asked) {
    for (var service : draft.services.values()) {
      if (service.id().equals(serviceId)) {
        continue;
      }
      for (var taken : service.endpoint().ports()) {
        asked.stream()
            .filter(p -> clash(p, taken))
            .findFirst()
            .ifPresent(p -> {
              throw Refusal.invalid(
                  "port '"
                      + p.published().orElseThrow()
                      + "' is already in use by service '"
                      + service.name()
                      + "' ("
                      + service.id()
                      + ") as "
                      + (taken.mode() == PublishMode.HOST
                          ? "a host-published port"
                          : "an ingress port"));
            });
      }
    }
  }

  private static boolean clash(PortSpec one, PortSpec other) {
    return one.published().isPresent()
        && one.published().equals(other.published())
        && one.protocol() == other.protocol()
        && (one.mode() == PublishMode.INGRESS || other.mode() == PublishMode.INGRESS);
  }

  /** Ingress ports that the caller left open get a number; one held already stays. */
  static List<PortSpec> filled(Draft draft, String serviceId, List<PortSpec> asked) {
    var held =
        Optional.ofNullable(draft.services.get(serviceId))
            .map(s -> s.endpoint().ports())
            .orElse(List.of());
    var taken = new HashSet<Integer>();
    draft.services.values().stream()
        .flatMap(s -> s.endpoint().ports().stream())
        .forEach(p -> p.published().ifPresent(n -> taken.add(n.number())));
    asked.forEach(p -> p.published().ifPresent(n -> taken.add(n.number())));
    var filled = new ArrayList<PortSpec>();
    for (var port : asked) {
      if (port.published().isPresent() || port.mode() == PublishMode.HOST) {
        filled.add(port);
      } else {
        var number = again(held, port, filled).orElseGet(() -> free(taken));
        taken.add(number.number());
        filled.add(new PortSpec(Optional.of(number), port.target(), port.protocol(), port.mode()));
      }
    }
    return filled;
  }

  private static Optional<Port> again(List<PortSpec> held, PortSpec port, List<PortSpec> used) {
    return held.stream()
        .filter(h -> h.mode() == port.mode() && h.target().equals(port.target()))
        .filter(h -> h.protocol() == port.protocol() && !used.contains(h))
        .flatMap(h -> h.published().stream())
        .findFirst();
  }

  /** A number no running task of the node and no ingress port has. */
  static Port freeOn(Draft draft, SimNode node, Protocol protocol, Set<Port> also) {
    var taken = new HashSet<Integer>();
    also.forEach(p -> taken.add(p.number()));
    draft.tasks.values().stream()
        .filter(t -> t.holds(node))
        .flatMap(t -> t.ports().stream())
        .filter(p -> p.protocol() == protocol)
        .forEach(p -> taken.add(p.published().number()));
    draft.services.values().stream()
        .flatMap(s -> s.endpoint().ports().stream())
        .forEach(p -> p.published().ifPresent(n -> taken.add(n.number())));
    return free(taken);
  }

  private static Port free(Set<Integer> taken) {
    for (int number = FIRST_ALLOTTED; number <= Port.HIGHEST; number++) {
      if (!taken.contains(number)) {
        return new Port(number);
      }
    }
    throw Refusal.invalid("dynamic port space is exhausted");
  }
}
