package dev.catamaran.lab;

import dev.catamaran.cluster.Task.OpenPort;
import dev.catamaran.json.Json;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Os;
import dev.catamaran.simulate.SimNetwork;
import dev.catamaran.simulate.SimNode;
import dev.catamaran.simulate.SimTask;
import dev.catamaran.simulate.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Simulated tasks as the Engine API writes them. */
final class TaskWire {
  private static final EngineVersion TELLS_PORTS_TWICE = new EngineVersion("20.10");

  private TaskWire() {}

  static Json.Obj json(World world, SimTask task) {
    var json =
        NodeWire.head(task.meta())
            .with("Labels", Json.object())
            .with("Spec", task.work().wish().spec().get("TaskTemplate"))
            .with("ServiceID", task.serviceId());
    if (task.seat().slot().isPresent()) {
      json = json.with("Slot", task.seat().slot().getAsInt());
    }
    return json.withOptional("NodeID", task.nodeId().map(Json.Text::new))
        .with("Status", status(world, task))
        .with("DesiredState", task.desired().word())
        .with("NetworksAttachments", attachments(world, task));
  }

  /** As {@code GET /containers/json} shows the container of a running task. */
  static Json.Obj container(SimTask task) {
    var name = task.label() + "." + task.id();
    return Json.object()
        .with("Id", "simulated-" + task.id())
        .with("Names", Json.Arr.ofTexts(List.of("/" + name)))
        .with(
            "Image",
            task.work()
                .wish()
                .spec()
                .at("TaskTemplate", "ContainerSpec", "Image")
                .text()
                .orElse(""))
        .with("Command", "simulated")
        .with("Created", task.status().since().getEpochSecond())
        .with("State", "running")
        .with("Status", "Up (simulated)")
        .with("Ports", Json.Arr.EMPTY)
        .with(
            "Labels",
            Json.object()
                .with("com.docker.swarm.service.id", task.serviceId())
                .with("com.docker.swarm.task.id", task.id())
                .with("com.docker.swarm.task.name", name));
  }

  private static Json.Obj status(World world, SimTask task) {
    var json =
        Json.object()
            .with("Timestamp", task.status().since().toString())
            .with("State", task.state().word())
            .with("Message", task.status().message());
    if (!task.status().error().isEmpty()) {
      json = json.with("Err", task.status().error());
    }
    if (task.running()) {
      var container =
          Json.object()
              .with("ContainerID", "simulated-" + task.id())
              .with("PID", 0)
              .with("ExitCode", 0);
      json = json.with("ContainerStatus", container);
    }
    return json.with("PortStatus", ports(task, task.nodeId().flatMap(world::node)));
  }

  /** Engines since 20.10 tell each port twice on Linux, for IPv4 and for IPv6. */
  private static Json.Obj ports(SimTask task, Optional<SimNode> node) {
    boolean twice =
        node.filter(n -> n.facts().platform().os() == Os.LINUX)
            .flatMap(n -> n.facts().engine())
            .filter(e -> e.atLeast(TELLS_PORTS_TWICE))
            .isPresent();
    var ports = new ArrayList<Json>();
    for (var port : task.ports()) {
      ports.add(port(port));
      if (twice) {
        ports.add(port(port));
      }
    }
    return ports.isEmpty() ? Json.object() : Json.object().with("Ports", new Json.Arr(ports));
  }

  private static Json port(OpenPort port) {
    return Json.object()
        .with("Protocol", port.protocol().word())
        .with("TargetPort", port.target().number())
        .with("PublishedPort", port.published().number())
        .with("PublishMode", "host");
  }

  private static Json.Arr attachments(World world, SimTask task) {
    var attachments = new ArrayList<Json>();
    task.addresses()
        .forEach((id, address) ->
            world
                .network(id)
                .ifPresent(network ->
                    attachments.add(
                        Json.object()
                            .with("Network", network(network))
                            .with(
                                "Addresses",
                                Json.array(
                                    new Json.Text(address + "/" + network.block().bits()))))));
    return new Json.Arr(attachments);
  }

  /** Swarmkit's object, not the network of the API's own network requests. */
  private static Json.Obj network(SimNetwork network) {
    return NodeWire.head(network.meta())
        .with(
            "Spec",
            Json.object()
                .with("Name", network.name())
                .with("Labels", Json.texts(network.body().get("Labels").textMembers()))
                .with("Scope", "swarm"))
        .with("DriverState", Json.object().with("Name", network.driver()));
  }
}
