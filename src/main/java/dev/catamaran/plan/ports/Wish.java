package dev.catamaran.plan.ports;

import dev.catamaran.compose.PublishedPort;
import dev.catamaran.compose.PublishedPort.Publication;
import dev.catamaran.compose.Service;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.plan.ports.PortGrant.Reach;
import dev.catamaran.plan.ports.PortPlanner.Asking;
import java.util.List;
import java.util.Optional;

/** A port that a service asks for, and the way it would be published. */
record Wish(Asking asking, PublishedPort port, Way way) {

  /** The reach of a port and why. */
  record Way(Reach reach, String reason) {}

  Service service() {
    return asking.service();
  }

  Protocol protocol() {
    return port.protocol().value();
  }

  Ledger.Key key(Port published) {
    return new Ledger.Key(protocol(), published);
  }

  /** The ports to choose from; empty where one was written, or the engine chooses. */
  List<Port> candidates() {
    return switch (port.published()) {
      case Publication.Fixed _ -> List.of();
      case Publication.AnyOf(var range) -> range.ports().toList();
      case Publication.Automatic _ ->
          way.reach() == Reach.CATAMARAN_MESH ? Ledger.automatic() : List.of();
    };
  }

  /** Empty where no port was found and the engine is not to choose one either. */
  Optional<PortGrant> grant(Optional<Port> published) {
    boolean byEngine =
        port.published() instanceof Publication.Automatic && way.reach() != Reach.CATAMARAN_MESH;
    return published.isPresent() || byEngine
        ? Optional.of(
            new PortGrant(
                published, port.target(), protocol(), way.reach(), way.reason(), port.where()))
        : Optional.empty();
  }

  Finding error(Code code, String message) {
    return Finding.error(code, message).at(port.where()).of(service().name());
  }
}
