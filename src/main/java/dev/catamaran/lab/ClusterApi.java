package dev.catamaran.lab;

import dev.catamaran.cluster.Task.State;
import dev.catamaran.json.Json;
import dev.catamaran.simulate.Event;
import dev.catamaran.simulate.Refusal;
import dev.catamaran.simulate.SimNode;
import dev.catamaran.simulate.SimTask;
import dev.catamaran.simulate.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nodes and tasks over the Engine API. */
final class ClusterApi {
  private static final List<String> NODE_FILTERS =
      List.of("id", "label", "node.label", "membership", "name", "role");
  private static final List<String> TASK_FILTERS =
      List.of("_up-to-date", "desired-state", "id", "label", "name", "node", "runtime", "service");

  private final LiveWorld world;

  ClusterApi(LiveWorld world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "nodes", this::nodes),
        Route.of(
            "GET", "nodes/*", ask -> Answer.ok(NodeWire.json(Find.node(now(), ask.argument())))),
        Route.of("POST", "nodes/*/update", this::update),
        Route.of("DELETE", "nodes/*", this::remove),
        Route.of("GET", "tasks", this::tasks),
        Route.of("GET", "containers/json", _ -> containers()),
        Route.of(
            "GET",
            "tasks/*",
            ask -> Answer.ok(TaskWire.json(now(), Find.task(now(), ask.argument())))),
        Route.of("GET", "tasks/*/logs", ServicesApi::noLogs));
  }

  private World now() {
    return world.now();
  }

  private Answer nodes(Ask ask) {
    var filters = new Filters(ask.filters(NODE_FILTERS));
    return Answer.list(
        now().nodes().values().stream()
            .filter(n -> filters.id("id", n.id()) && filters.name(n.name().text()))
            .filter(n -> filters.is("role", n.role().word()))
            .filter(n -> filters.is("membership", "accepted"))
            .filter(n -> filters.labels("node.label", n.labels()))
            .filter(n -> filters.labels("label", Map.of()))
            .map(NodeWire::json)
            .toList());
  }

  private Answer update(Ask ask) {
    var node = Find.node(now(), ask.argument());
    world.submit(new Event.UpdateNode(node.id(), ask.version(), ask.body()));
    return new Answer.Bare(200);
  }

  private Answer remove(Ask ask) {
    var node = Find.node(now(), ask.argument());
    throw new Refusal(
        Refusal.Kind.INVALID,
        "rpc error: code = FailedPrecondition desc = node "
            + node.id()
            + " is not down and can't be removed");
  }

  private Answer tasks(Ask ask) {
    var now = now();
    var filters = new Filters(ask.filters(TASK_FILTERS));
    return Answer.list(
        now.tasks().values().stream()
            .filter(t -> fits(filters, now, t))
            .map(t -> TaskWire.json(now, t))
            .toList());
  }

  /** Those of the one engine that answers; all belong to tasks. */
  private Answer containers() {
    var now = now();
    return Answer.list(
        now.tasks().values().stream()
            .filter(SimTask::running)
            .filter(t -> t.nodeId().filter(now.manager().id()::equals).isPresent())
            .map(TaskWire::container)
            .toList());
  }

  private static boolean fits(Filters filters, World now, SimTask task) {
    var service = task.work().wish().name();
    var node = task.nodeId().flatMap(now::node).map(SimNode::name);
    var container = task.work().wish().spec().at("TaskTemplate", "ContainerSpec", "Labels");
    return filters.id("id", task.id())
        && filters.any("service", s -> s.equals(service) || task.serviceId().startsWith(s))
        && filters.any(
            "node",
            n ->
                task.nodeId().filter(id -> id.startsWith(n)).isPresent()
                    || node.filter(name -> name.text().equals(n)).isPresent())
        && filters.any(
            "name", n -> task.label().startsWith(n) || (task.label() + "." + task.id()).equals(n))
        && filters.is("desired-state", shown(task))
        && filters.is("runtime", "container")
        && filters.any("_up-to-date", wanted -> wanted.equals(Boolean.toString(now.upToDate(task))))
        && filters.labels("label", labels(now, task, container));
  }

  /** What is to be removed counts as shut down, as far as the API's filter goes. */
  private static String shown(SimTask task) {
    return switch (task.desired()) {
      case NEW, PENDING, ASSIGNED, ACCEPTED, PREPARING, READY, STARTING ->
          task.desired() == State.READY ? "accepted" : "running";
      case RUNNING -> "running";
      case COMPLETE, SHUTDOWN, FAILED, REJECTED, REMOVE, ORPHANED -> "shutdown";
    };
  }

  /** A task is found by its service's labels, which Docker's stack commands rely on. */
  private static Map<String, String> labels(World now, SimTask task, Json container) {
    var labels = new LinkedHashMap<>(container.textMembers());
    labels.putAll(task.work().wish().spec().get("Labels").textMembers());
    now.service(task.serviceId())
        .ifPresent(s -> labels.putAll(s.spec().get("Labels").textMembers()));
    return labels;
  }
}
