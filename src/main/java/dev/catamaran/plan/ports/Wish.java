package dev.catamaran.plan.ports;

import dev.catamaran.compose.PublishedPort;
import dev.catamaran.compose.PublishedPort.Publication;
import dev.catamaran.compose.Service;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Port;
import dev.catamaran.model.PortRange;
import dev.catamaran.model.Protocol;
import dev.catamaran.plan.ports.PortGrant.Reach;
import dev.catamaran.plan.ports.PortPlanner.Asking;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.spec.Deployment.Mode;
import java.util.BitSet;
import java.util.Optional;

/** A port that a service asks for, and the way it would be published. */
record Wish(Asking asking, PublishedPort port, Way way) {
  /** The range Swarm itself allots published ports from. */
  static final PortRange AUTOMATIC = new PortRange(new Port(30_000), new Port(32_767));

  /** The reach of a port and why. */
  record Way(Reach reach, String reason) {}

  Service service() {
    return asking.service();
  }

  Protocol protocol() {
    return port.protocol().value();
  }

  ListenKey key(Port published) {
    return new ListenKey(protocol(), published);
  }

  /** The nodes that may hold its service, by their place in the cluster's list. */
  BitSet eligible() {
    return asking.placement().nodes().places();
  }

  boolean ofSameService(Wish other) {
    return service().name().equals(other.service().name());
  }

  boolean samePort(Wish other) {
    return ofSameService(other) && port.equals(other.port);
  }

  /** Whether it answers on every node, or only where a task runs. */
  boolean everywhere() {
    return switch (way.reach()) {
      case ENGINE_MESH, CATAMARAN_MESH -> true;
      case TASK_NODES -> false;
    };
  }

  /** The ports to choose from; empty where one was written, or the engine chooses. */
  Optional<PortRange> candidates() {
    return switch (port.published()) {
      case Publication.Fixed _ -> Optional.empty();
      case Publication.AnyOf(var range) -> Optional.of(range);
      case Publication.Automatic _ ->
          way.reach() == Reach.CATAMARAN_MESH ? Optional.of(AUTOMATIC) : Optional.empty();
    };
  }

  /** The engine allots the number, for its own mesh or when a task starts. */
  boolean byEngine() {
    return port.published() instanceof Publication.Automatic && way.reach() != Reach.CATAMARAN_MESH;
  }

  /** How many of its tasks run at a time, of that many nodes. */
  int tasks(int nodes) {
    return switch (service().deploy().deployment().mode()) {
      case Mode.Replicated(var replicas) -> replicas;
      case Mode.ReplicatedJob(var concurrent, var completions) -> Math.min(concurrent, completions);
      case Mode.Global _, Mode.GlobalJob _ -> nodes;
    };
  }

  /** Empty where no port was found and the engine is not to choose one either. */
  Optional<PortGrant> grant(Optional<Port> published) {
    return published.isPresent() || byEngine()
        ? Optional.of(
            new PortGrant(
                published, port.target(), protocol(), way.reach(), way.reason(), port.where()))
        : Optional.empty();
  }

  Finding error(Code code, String message) {
    return about(Finding.error(code, message));
  }

  Finding about(Finding finding) {
    return finding.at(port.where()).of(service().name());
  }

  /** {@code service api at compose.yaml:4:13}. */
  @Override
  public String toString() {
    return "service " + service().name() + " at " + port.where();
  }
}
