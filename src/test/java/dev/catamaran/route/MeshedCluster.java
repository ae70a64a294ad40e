package dev.catamaran.route;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Description;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.cluster.Task;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.spec.Command;
import dev.catamaran.spec.Container;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.EndpointSpec;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.Resources;
import dev.catamaran.spec.ServiceSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Builds clusters whose services ask for the mesh; for tests. */
public final class MeshedCluster {
  private final List<Node> nodes = new ArrayList<>();
  private final List<LiveService> services = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();

  public MeshedCluster node(String name, String address) {
    return node(name, address, Node.State.READY, Map.of());
  }

  public MeshedCluster node(
      String name, String address, Node.State state, Map<String, String> labels) {
    nodes.add(
        new Node(
            "id-" + name,
            new NodeName(name),
            Node.Role.WORKER,
            Node.Availability.ACTIVE,
            state,
            new NodeFacts(
                Platform.of(Os.LINUX, "amd64"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            address,
            labels,
            Description.NONE));
    return this;
  }

  public MeshedCluster service(String name, String meshLabel) {
    return service(name, Map.of(Labels.MESH, meshLabel));
  }

  public MeshedCluster service(String name, Map<String, String> labels) {
    var spec =
        new ServiceSpec(
            name,
            labels,
            ImageRef.parse("app:1"),
            new Container(
                new Command(List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty()),
                Map.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new Deployment(
                new Deployment.Mode.Replicated(1),
                new Deployment.Placement(List.of(), List.of()),
                Resources.NONE,
                Deployment.Policies.DEFAULT),
            List.of(),
            new EndpointSpec(EndpointMode.DNSRR, List.of()));
    services.add(new LiveService("id-" + name, 1, spec, Optional.empty()));
    return this;
  }

  /** A running task whose target ports are open, {@code port(target, published)}. */
  public MeshedCluster task(String id, String service, String node, Task.OpenPort... ports) {
    return task(id, service, node, Task.State.RUNNING, ports);
  }

  public MeshedCluster task(
      String id, String service, String node, Task.State state, Task.OpenPort... ports) {
    tasks.add(
        new Task(
            id,
            "id-" + service,
            OptionalInt.of(1),
            Optional.of("id-" + node),
            Task.State.RUNNING,
            new Task.Status(state, "", "", Instant.EPOCH),
            List.of(ports)));
    return this;
  }

  public static Task.OpenPort port(int target, int published) {
    return new Task.OpenPort(new Port(published), new Port(target), Protocol.TCP);
  }

  public Cluster build() {
    return new Cluster("c1", nodes, List.of(), List.of(), new Cluster.Work(services, tasks));
  }
}
