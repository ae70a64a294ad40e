package dev.catamaran.simulate;

import dev.catamaran.json.Json;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service the simulated engine has.
 *
 * @param previous the spec before the last update, for a rollback
 * @param specVersion the index at which the spec was set; a task made from an older one may be out
 *     of date
 */
public record SimService(
    Meta meta,
    Optional<Json.Obj> previous,
    Wish wish,
    long specVersion,
    Endpoint endpoint,
    Optional<Rollout> rollout) {

  /**
   * What the engine allotted.
   *
   * @param ports with the ingress port numbers that the caller left open filled in
   * @param addresses virtual addresses by network id; empty for dnsrr
   */
  public record Endpoint(List<PortSpec> ports, Map<String, String> addresses) {
    public Endpoint {
      ports = List.copyOf(ports);
      addresses = Collections.unmodifiableMap(new LinkedHashMap<>(addresses));
    }
  }

  public String id() {
    return meta.id();
  }

  public Json.Obj spec() {
    return wish.spec();
  }

  public String name() {
    return wish.name();
  }

  SimService with(Meta other) {
    return new SimService(other, previous, wish, specVersion, endpoint, rollout);
  }

  SimService with(Rollout other) {
    return new SimService(
        meta, previous, wish, specVersion, endpoint, Optional.of(other));
  }
}
