package dev.catamaran.simulate;

import dev.catamaran.json.Json;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    Optional<Rollout> rollout,
    List<Failure> failures) {

  /** A task of the present spec that a node refused or lost: the scheduler remembers. */
  public record Failure(String nodeId, Instant when) {}

  public SimService {
    failures = List.copyOf(failures);
  }

  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int TOLERATED = 5;

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
    return new SimService(other, previous, wish, specVersion, endpoint, rollout, failures);
  }

  SimService with(Rollout other) {
    return new SimService(
        meta, previous, wish, specVersion, endpoint, Optional.of(other), failures);
  }

  SimService failedOn(String nodeId, Instant now) {
    var all =
        new ArrayList<>(
            failures.stream().filter(f -> f.when().isAfter(now.minus(REMEMBERED))).toList());
    all.add(new Failure(nodeId, now));
    return new SimService(meta, previous, wish, specVersion, endpoint, rollout, all);
  }

  /** Below five within five minutes the scheduler does not mind, as swarmkit has it. */
  int troubles(SimNode node, Instant now) {
    long recent =
        failures.stream()
            .filter(f -> f.nodeId().equals(node.id()) && f.when().isAfter(now.minus(REMEMBERED)))
            .count();
    return recent < TOLERATED ? 0 : (int) recent;
  }
}
