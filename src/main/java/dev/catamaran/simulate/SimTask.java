package dev.catamaran.simulate;

import dev.catamaran.cluster.Task.OpenPort;
import dev.catamaran.cluster.Task.State;
import dev.catamaran.cluster.Task.Status;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One container of a service, past ones included.
 *
 * @param ports host-mode ports that are open while it runs
 * @param addresses its own address on each network, by network id
 */
public record SimTask(
    Meta meta,
    String serviceId,
    Seat seat,
    State desired,
    Status status,
    Work work,
    List<OpenPort> ports,
    Map<String, String> addresses) {

  /**
   * Which of the service's places it fills.
   *
   * @param slot the replica number; empty in a global service
   * @param nodeId empty while the scheduler has found no node
   */
  public record Seat(OptionalInt slot, Optional<String> nodeId) {}

  /**
   * What it was made from.
   *
   * @param attempt how many restarts came before it in its slot, for this spec
   * @param notBefore the moment a restarted task may start
   */
  public record Work(Wish wish, long specVersion, int attempt, Optional<Instant> notBefore) {}

  public SimTask {
    ports = List.copyOf(ports);
    addresses = Collections.unmodifiableMap(new LinkedHashMap<>(addresses));
  }

  public String id() {
    return meta.id();
  }

  public State state() {
    return status.state();
  }

  public Optional<String> nodeId() {
    return seat.nodeId();
  }

  public boolean running() {
    return state() == State.RUNNING;
  }

  /** The orchestrator wants it, whether it lives or not. */
  boolean wanted() {
    return desired.compareTo(State.RUNNING) <= 0;
  }

  /** It keeps ports and resources of that node for itself. */
  boolean holds(SimNode node) {
    return !state().ended() && nodeId().filter(node.id()::equals).isPresent();
  }

  /** What the orchestrator counts: replica number or node. */
  String place() {
    return seat.slot().isPresent() ? Integer.toString(seat.slot().getAsInt()) : nodeId().orElse("");
  }

  /** {@code shop_front.1}; a global task has its node's id instead of a slot. */
  public String label() {
    return work.wish().name()
        + "."
        + (seat.slot().isPresent()
            ? Integer.toString(seat.slot().getAsInt())
            : nodeId().orElse("?"));
  }

  SimTask with(Meta other) {
    return new SimTask(other, serviceId, seat, desired, status, work, ports, addresses);
  }

  SimTask on(String node) {
    var seated = new Seat(seat.slot(), Optional.of(node));
    return new SimTask(meta, serviceId, seated, desired, status, work, ports, addresses);
  }

  SimTask wanting(State other) {
    return new SimTask(meta, serviceId, seat, other, status, work, ports, addresses);
  }

  SimTask now(State state, String message, String error, Instant since) {
    var said = new Status(state, message, error, since);
    return new SimTask(meta, serviceId, seat, desired, said, work, ports, addresses);
  }

  SimTask opening(List<OpenPort> others) {
    return new SimTask(meta, serviceId, seat, desired, status, work, others, addresses);
  }

  SimTask addressed(Map<String, String> others) {
    return new SimTask(meta, serviceId, seat, desired, status, work, ports, others);
  }
}
