package dev.catamaran.simulate;

import dev.catamaran.cluster.Task.State;
import dev.catamaran.json.Json;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates, changes and removes services, with the checks and words of swarmkit's control API. */
final class Services {
  private Services() {}

  static String create(Draft draft, Json.Obj asked) {
    var spec = withNetworkIds(draft, asked);
    var wish = WishReader.read(spec);
    if (wish.name().isEmpty()) {
      throw Refusal.invalid("name must be provided");
    }
    if (draft.services.values().stream().anyMatch(s -> s.name().equals(wish.name()))) {
      throw Refusal.exists(
          "name conflicts with an existing object: service " + wish.name() + " already exists");
    }
    Files.requireUsed(draft, spec);
    var meta = draft.mint();
    PortTable.refuseTaken(draft, meta.id(), wish.endpoint().ports());
    var ports = PortTable.filled(draft, meta.id(), wish.endpoint().ports());
    draft.put(
        new SimService(
            meta,
            Optional.empty(),
            wish,
            draft.index() + 1,
            new SimService.Endpoint(ports, virtual(draft, wish, Map.of())),
            Optional.empty(),
            List.of()));
    return meta.id();
  }

  static void update(Draft draft, Event.UpdateService event) {
    var service = require(draft, event.id());
    if (service.meta().version() != event.version()) {
      throw Refusal.outOfSequence();
    }
    if (event.rollback()) {
      if (service.previous().isEmpty()) {
        throw Refusal.precondition("service " + service.id() + " does not have a previous spec");
      }
      rollBack(draft, service, "manually requested rollback");
      return;
    }
    var spec = withNetworkIds(draft, event.spec());
    var wish = WishReader.read(spec);
    if (!wish.name().equals(service.name())) {
      throw unimplemented("renaming services is not supported");
    }
    if (wish.mode() instanceof Mode.Global != service.wish().mode() instanceof Mode.Global) {
      throw unimplemented("service mode change is not allowed");
    }
    Files.requireUsed(draft, spec);
    PortTable.refuseTaken(draft, service.id(), wish.endpoint().ports());
    put(draft, service, wish, Optional.empty());
  }

  private static Refusal unimplemented(String text) {
    return new Refusal(Refusal.Kind.INTERNAL, "rpc error: code = Unimplemented desc = " + text);
  }

  static void rollBack(Draft draft, SimService service, String message) {
    var spec = service.previous().orElseThrow();
    var wish = WishReader.read(spec);
    var rollout = Rollout.begun(Rollout.State.ROLLBACK_STARTED, message, draft.now(), 0);
    put(draft, service, wish, Optional.of(rollout));
  }

  private static void put(Draft draft, SimService service, Wish wish, Optional<Rollout> rollout) {
    var ports = PortTable.filled(draft, service.id(), wish.endpoint().ports());
    draft.put(
        new SimService(
            service.meta(),
            Optional.of(service.spec()),
            wish,
            draft.index() + 1,
            new SimService.Endpoint(ports, virtual(draft, wish, service.endpoint().addresses())),
            rollout,
            List.of()));
  }

  static void remove(Draft draft, String id) {
    require(draft, id);
    draft.services.remove(id);
    for (var task : draft.tasksOf(id)) {
      draft.put(task.wanting(State.REMOVE));
    }
  }

  private static SimService require(Draft draft, String id) {
    var service = draft.services.get(id);
    if (service == null) {
      throw Refusal.notFound("service", id);
    }
    return service;
  }

  static boolean usesIngress(Wish wish) {
    return wish.endpoint().ports().stream().anyMatch(p -> p.mode() == PublishMode.INGRESS);
  }

  private static Map<String, String> virtual(Draft draft, Wish wish, Map<String, String> held) {
    if (wish.endpoint().mode() == EndpointMode.DNSRR) {
      return Map.of();
    }
    var networks = new ArrayList<String>();
    if (usesIngress(wish)) {
      networks.add(Networks.ingress(draft).id());
    }
    networks.addAll(wish.networks());
    var addresses = new LinkedHashMap<String, String>();
    for (var network : networks) {
      var kept = held.get(network);
      if (kept != null) {
        addresses.put(network, kept);
      } else {
        addresses.putAll(Networks.allot(draft, List.of(network)));
      }
    }
    return addresses;
  }

  /** An engine stores the ids of the networks, whatever the caller wrote. */
  private static Json.Obj withNetworkIds(Draft draft, Json.Obj spec) {
    var patched = withEndpointMode(withMode(spec));
    if (spec.get("TaskTemplate") instanceof Json.Obj task
        && task.get("Networks") instanceof Json.Arr list) {
      patched = patched.with("TaskTemplate", task.with("Networks", named(draft, list)));
    }
    if (spec.get("Networks") instanceof Json.Arr list) {
      patched = patched.with("Networks", named(draft, list));
    }
    return patched;
  }

  /** What the caller left out an engine fills in, and shows afterwards: one replica. */
  private static Json.Obj withMode(Json.Obj spec) {
    var replicated = spec.at("Mode", "Replicated");
    boolean counted = !replicated.get("Replicas").isNull();
    boolean otherwise = replicated.isNull() && !spec.get("Mode").members().isEmpty();
    return counted || otherwise
        ? spec
        : spec.with("Mode", Json.object().with("Replicated", Json.object().with("Replicas", 1)));
  }

  private static Json.Obj withEndpointMode(Json.Obj spec) {
    var endpoint = spec.get("EndpointSpec") instanceof Json.Obj written ? written : Json.object();
    return endpoint.get("Mode").nonEmptyText().isPresent()
        ? spec
        : spec.with("EndpointSpec", endpoint.with("Mode", EndpointMode.VIP.word()));
  }

  private static Json.Arr named(Draft draft, Json.Arr attachments) {
    var ids = new ArrayList<Json>();
    for (var attachment : attachments.items()) {
      var target = attachment.get("Target").text().orElse("");
      var id = Networks.find(draft, target).orElseThrow(() -> Refusal.notFound("network", target));
      ids.add(attachment instanceof Json.Obj o ? o.with("Target", id) : attachment);
    }
    return new Json.Arr(ids);
  }
}
