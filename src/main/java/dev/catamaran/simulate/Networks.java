package dev.catamaran.simulate;

import dev.catamaran.json.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Creates and removes networks, and allots addresses on them. */
final class Networks {
  private static final int FIRST_HOST = 2;

  /** The networks that each engine makes for itself, and their drivers. */
  private static final SortedMap<String, String> PREDEFINED =
      new TreeMap<>(Map.of("bridge", "bridge", "host", "host", "none", "null"));

  private Networks() {}

  /** What every Swarm has: the routing mesh's network, and those that each engine makes. */
  static void seed(Draft draft) {
    draft.put(
        made(
            draft,
            Json.object().with("Name", "ingress").with("Driver", "overlay").with("Ingress", true)));
    PREDEFINED.forEach((name, driver) ->
        draft.put(made(draft, Json.object().with("Name", name).with("Driver", driver))));
  }

  private static SimNetwork made(Draft draft, Json.Obj body) {
    var driver = body.get("Driver").nonEmptyText().orElse("bridge");
    return new SimNetwork(
        draft.mint(),
        body.get("Name").text().orElseThrow(),
        driver,
        body,
        !driver.equals("overlay") && !body.get("Scope").text().equals(Optional.of("swarm")),
        subnet(draft, body));
  }

  private static String subnet(Draft draft, Json.Obj body) {
    var asked =
        body.at("IPAM", "Config").items().stream()
            .flatMap(c -> c.get("Subnet").text().stream())
            .filter(s -> s.matches("\\d+\\.\\d+\\.\\d+\\.\\d+/\\d+"))
            .map(s -> s.substring(0, s.lastIndexOf('.')))
            .findFirst();
    int n = draft.networks.size();
    return asked.orElse("10." + n / 256 + "." + n % 256);
  }

  static String create(Draft draft, Json.Obj body) {
    var name =
        body.get("Name")
            .nonEmptyText()
            .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "network name must be provided"));
    if (draft.networks.values().stream().anyMatch(n -> n.name().equals(name))) {
      throw new Refusal(Refusal.Kind.CONFLICT, "network with name " + name + " already exists");
    }
    if (body.get("Ingress").isTrue()) {
      throw Refusal.exists("ingress network is already present");
    }
    var network = made(draft, body);
    draft.put(network);
    return network.id();
  }

  static void remove(Draft draft, String id) {
    var network = draft.networks.get(id);
    if (network == null) {
      throw Refusal.notFound("network", id);
    }
    if (network.local() && PREDEFINED.containsKey(network.name())) {
      throw new Refusal(
          Refusal.Kind.FORBIDDEN,
          network.name() + " is a pre-defined network and cannot be removed");
    }
    if (network.ingress()) {
      refuseIngressInUse(draft);
    }
    for (var service : draft.services.values()) {
      if (service.wish().networks().contains(id)) {
        throw Refusal.precondition("network " + id + " is in use by service " + service.id());
      }
    }
    for (var task : draft.tasks.values()) {
      if (task.wanted() && task.addresses().containsKey(id)) {
        throw Refusal.precondition("network " + id + " is in use by task " + task.id());
      }
    }
    draft.networks.remove(id);
  }

  private static void refuseIngressInUse(Draft draft) {
    for (var service : draft.services.values()) {
      if (Services.usesIngress(service.wish())) {
        throw Refusal.precondition(
            "ingress network cannot be removed because service " + service.id() + " depends on it");
      }
    }
  }

  /** The id of a network named by id or name. */
  static Optional<String> find(Draft draft, String reference) {
    if (draft.networks.containsKey(reference)) {
      return Optional.of(reference);
    }
    return draft.networks.values().stream()
        .filter(n -> n.name().equals(reference))
        .map(SimNetwork::id)
        .findFirst();
  }

  static SimNetwork ingress(Draft draft) {
    return draft.networks.values().stream()
        .filter(SimNetwork::ingress)
        .findFirst()
        .orElseThrow(() ->
            Refusal.precondition(
                "service needs ingress network, but no ingress network is present"));
  }

  /** One free address on each of the overlays; an exhausted network gives none. */
  static Map<String, String> allot(Draft draft, Iterable<String> networkIds) {
    var allotted = new LinkedHashMap<String, String>();
    for (var id : networkIds) {
      var network = draft.networks.get(id);
      if (network == null || !network.overlay()) {
        continue;
      }
      var taken = taken(draft, id);
      var block = network.block();
      for (int host = FIRST_HOST; host < block.addresses() - 1; host++) {
        var address = block.address(host);
        if (!taken.contains(address)) {
          allotted.put(id, address);
          break;
        }
      }
    }
    return allotted;
  }

  private static Set<String> taken(Draft draft, String networkId) {
    var taken = new HashSet<String>();
    draft.services.values().stream()
        .flatMap(s -> Optional.ofNullable(s.endpoint().addresses().get(networkId)).stream())
        .forEach(taken::add);
    draft.tasks.values().stream()
        .filter(t -> !t.state().ended())
        .flatMap(t -> Optional.ofNullable(t.addresses().get(networkId)).stream())
        .forEach(taken::add);
    return taken;
  }
}
