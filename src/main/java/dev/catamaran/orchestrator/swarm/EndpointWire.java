package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.EndpointSpec;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.util.List;
import java.util.Optional;

/** EndpointSpec of a service: the wish; the ports an engine allotted stand elsewhere. */
final class EndpointWire {
  private EndpointWire() {}

  static Patch write(Patch patch, EndpointSpec endpoint) {
    return patch
        .text("Mode", endpoint.mode().word())
        .items("Ports", endpoint.ports().stream().map(EndpointWire::port).toList());
  }

  private static Json port(PortSpec port) {
    return Patch.NEW
        .text("Protocol", port.protocol().word())
        .number("TargetPort", port.target().number())
        .json("PublishedPort", port.published().map(p -> Json.Num.of(p.number())))
        .text("PublishMode", port.mode().word())
        .tree();
  }

  static EndpointSpec read(Json endpoint) {
    // A service without the object has a virtual IP.
    var mode = endpoint.get("Mode").nonEmptyText().orElse("vip");
    return new EndpointSpec(
        EndpointMode.of(mode).orElseThrow(() -> unknown("endpoint mode", mode)),
        readPorts(endpoint.get("Ports")));
  }

  static List<PortSpec> readPorts(Json ports) {
    return ports.items().stream().map(EndpointWire::readPort).toList();
  }

  private static PortSpec readPort(Json port) {
    var mode = port.get("PublishMode").nonEmptyText().orElse("ingress");
    var target = readNumber(port.get("TargetPort"));
    return new PortSpec(
        readNumber(port.get("PublishedPort")),
        target.orElseThrow(() -> unknown("target port", "0")),
        protocol(port.get("Protocol")),
        PublishMode.of(mode).orElseThrow(() -> unknown("publish mode", mode)));
  }

  /** The word of a port's protocol; what says nothing is TCP. */
  static Protocol protocol(Json word) {
    var protocol = word.nonEmptyText().orElse("tcp");
    return Protocol.of(protocol).orElseThrow(() -> unknown("protocol", protocol));
  }

  /** Go leaves an empty number out or writes 0. */
  static Optional<Port> readNumber(Json number) {
    var value = number.number().orElse(0);
    return value == 0 ? Optional.empty() : Optional.of(new Port(Math.toIntExact(value)));
  }

  private static IllegalArgumentException unknown(String what, String word) {
    return new IllegalArgumentException("unknown " + what + " \"" + word + "\"");
  }
}
