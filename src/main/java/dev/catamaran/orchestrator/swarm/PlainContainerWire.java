package dev.catamaran.orchestrator.swarm;

import dev.catamaran.cluster.LiveContainer;
import dev.catamaran.cluster.Task.OpenPort;
import dev.catamaran.json.Json;
import java.util.stream.Stream;

/** GET /containers/json: the containers of one node that Swarm did not start. */
final class PlainContainerWire {
  /** Swarm's agents put it on every container they start. */
  private static final String OF_A_TASK = "com.docker.swarm.task.id";

  private PlainContainerWire() {}

  static Stream<LiveContainer> read(Json containers) {
    return containers.items().stream()
        .filter(c -> !c.get("Labels").textMembers().containsKey(OF_A_TASK))
        .map(PlainContainerWire::one);
  }

  private static LiveContainer one(Json container) {
    var id = container.get("Id").text().orElse("");
    // The names of links have more than one slash, and a container's own has one, in front.
    var name =
        container.get("Names").textItems().stream()
            .filter(n -> n.lastIndexOf('/') == 0)
            .findFirst()
            .map(n -> n.substring(1))
            .orElse(id);
    return new LiveContainer(
        id,
        name,
        container.get("Ports").items().stream()
            .flatMap(PlainContainerWire::port)
            .distinct()
            .toList());
  }

  /** Told once per address; a port that is only exposed has no public number. */
  private static Stream<OpenPort> port(Json port) {
    var target = EndpointWire.readNumber(port.get("PrivatePort"));
    return EndpointWire.readNumber(port.get("PublicPort")).stream()
        .flatMap(p ->
            target.stream().map(t -> new OpenPort(p, t, EndpointWire.protocol(port.get("Type")))));
  }
}
