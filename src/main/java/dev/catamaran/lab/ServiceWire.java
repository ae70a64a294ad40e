package dev.catamaran.lab;

import dev.catamaran.cluster.Task.State;
import dev.catamaran.json.Json;
import dev.catamaran.simulate.Rollout;
import dev.catamaran.simulate.SimNetwork;
import dev.catamaran.simulate.SimService;
import dev.catamaran.simulate.SimTask;
import dev.catamaran.simulate.World;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Simulated services as the Engine API writes them: the spec is the caller's own. */
final class ServiceWire {
  private ServiceWire() {}

  static Json.Obj json(SimService service) {
    return NodeWire.head(service.meta())
        .with("Spec", service.spec())
        .withOptional("PreviousSpec", service.previous())
        .with("Endpoint", endpoint(service))
        .withOptional("UpdateStatus", service.rollout().map(ServiceWire::status));
  }

  static Json.Obj withStatus(World world, SimService service) {
    var tasks = world.tasksOf(service.id());
    long running = tasks.stream().filter(ServiceWire::counts).filter(SimTask::running).count();
    long desired =
        switch (service.wish().mode()) {
          case Mode.Replicated(int replicas) -> replicas;
          case Mode.ReplicatedJob(int concurrent, int _) -> concurrent;
          case Mode.Global _, Mode.GlobalJob _ ->
              tasks.stream().filter(ServiceWire::counts).count();
        };
    return json(service)
        .with(
            "ServiceStatus",
            Json.object()
                .with("RunningTasks", running)
                .with("DesiredTasks", desired)
                .with("CompletedTasks", 0));
  }

  private static boolean counts(SimTask task) {
    return task.desired() == State.RUNNING;
  }

  private static Json.Obj endpoint(SimService service) {
    var asked = service.wish().endpoint();
    var spec = Json.object().with("Mode", asked.mode().word());
    var ports = ports(service.endpoint().ports());
    var endpoint = Json.object();
    if (asked.ports().isEmpty()) {
      endpoint = endpoint.with("Spec", spec);
    } else {
      endpoint = endpoint.with("Spec", spec.with("Ports", ports(asked.ports())));
      endpoint = endpoint.with("Ports", ports);
    }
    var virtual = new ArrayList<Json>();
    service
        .endpoint()
        .addresses()
        .forEach((network, address) ->
            virtual.add(
                Json.object()
                    .with("NetworkID", network)
                    .with("Addr", address + "/" + SimNetwork.PREFIX)));
    return virtual.isEmpty() ? endpoint : endpoint.with("VirtualIPs", new Json.Arr(virtual));
  }

  private static Json.Arr ports(List<PortSpec> ports) {
    return Json.array(
        ports.stream()
            .map(p -> {
              var json =
                  Json.object()
                      .with("Protocol", p.protocol().word())
                      .with("TargetPort", p.target().number());
              var numbered =
                  p.published().map(n -> json.with("PublishedPort", n.number())).orElse(json);
              return numbered.with("PublishMode", p.mode().word());
            })
            .toList());
  }

  private static Json.Obj status(Rollout rollout) {
    Optional<Json.Text> completed = rollout.completed().map(at -> new Json.Text(at.toString()));
    return Json.object()
        .with("State", rollout.state().word())
        .with("StartedAt", rollout.started().toString())
        .withOptional("CompletedAt", completed)
        .with("Message", rollout.message());
  }
}
