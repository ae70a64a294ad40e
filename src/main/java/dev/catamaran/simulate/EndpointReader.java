package dev.catamaran.simulate;

import dev.catamaran.json.Json;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.EndpointSpec;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The Engine API's endpoint spec, with the checks an engine makes of it alone. */
final class EndpointReader {
  private EndpointReader() {}

  static EndpointSpec read(Json endpoint) {
    var mode =
        endpoint
            .get("Mode")
            .nonEmptyText()
            .map(word ->
                EndpointMode.of(word)
                    .orElseThrow(() ->
                        new Refusal(
                            Refusal.Kind.INVALID, "invalid endpoint mode: \"" + word + "\"")))
            .orElse(EndpointMode.VIP);
    var ports = endpoint.get("Ports").items().stream().map(EndpointReader::port).toList();
    check(mode, ports);
    return new EndpointSpec(mode, ports);
  }

  private static PortSpec port(Json port) {
    var protocol = port.get("Protocol").nonEmptyText().orElse("tcp");
    var mode = port.get("PublishMode").nonEmptyText().orElse("ingress");
    return new PortSpec(
        number(port, "PublishedPort"),
        number(port, "TargetPort")
            .orElseThrow(() ->
                new Refusal(Refusal.Kind.INVALID, "invalid port config: no target port provided")),
        Protocol.of(protocol)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.INVALID, "invalid protocol: \"" + protocol + "\"")),
        PublishMode.of(mode)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.INVALID, "invalid publish mode: \"" + mode + "\"")));
  }

  /** Go's 0 and a missing member both mean "none". */
  private static Optional<Port> number(Json port, String key) {
    long number = port.get(key).number().orElse(0);
    if (number == 0) {
      return Optional.empty();
    }
    if (number < Port.LOWEST || number > Port.HIGHEST) {
      throw new Refusal(
          Refusal.Kind.INVALID, "invalid port " + number + " in " + key + ": out of range");
    }
    return Optional.of(new Port((int) number));
  }

  private static void check(EndpointMode mode, List<PortSpec> ports) {
    var seen = new HashSet<String>();
    for (var port : ports) {
      if (mode == EndpointMode.DNSRR && port.mode() == PublishMode.INGRESS) {
        throw Refusal.invalid(
            "EndpointSpec: port published with ingress mode can't be used with dnsrr mode");
      }
      var published = port.published();
      if (published.isPresent() && !seen.add(published.get() + "/" + port.protocol())) {
        throw Refusal.invalid("EndpointSpec: duplicate published ports provided");
      }
    }
  }
}
