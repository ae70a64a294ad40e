package dev.catamaran.cli;

import dev.catamaran.assembly.Session;
import dev.catamaran.assembly.Target;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.Task;
import dev.catamaran.cluster.Task.OpenPort;
import dev.catamaran.json.Json;
import dev.catamaran.ledger.Ledger;
import dev.catamaran.plan.ports.PortGrant;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import dev.catamaran.spec.Labels;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Flag;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tasks of a project. */
final class PsCommand implements Command {
  private final Console console;
  private final Text project;
  private final Flag all;
  private final HostOptions engine;
  private final OutputOptions output;

  PsCommand(Usage usage, Console console) {
    this.console = console;
    project =
        usage.text(
            "-p, --project-name=NAME", "Only this project; default: all that belong to a project.");
    all = usage.flag("-a, --all", "Also tasks that have ended.");
    engine = new HostOptions(usage);
    output = new OutputOptions(usage);
  }

  /** One line: a task with what surrounds it. */
  private record Row(LiveService service, Task task, Optional<String> node, String system) {
    String name() {
      var place = task.slot().isPresent() ? "." + task.slot().getAsInt() : "";
      return service.spec().name() + place;
    }
  }

  @Override
  public int run() {
    var target = new Target.Engine(engine.engine(console));
    try (var session = Session.open(target, console.environment())) {
      var rows = rows(session.swarm().observe());
      if (output.json()) {
        output.print(
            console,
            FindingJson.versioned()
                .with("tasks", Json.array(rows.stream().map(PsCommand::json).toList())));
      } else {
        var table = new Table("TASK", "NODE", "SYSTEM", "STATE", "PORTS", "ERROR");
        rows.forEach(r ->
            table.row(
                r.name(),
                r.node().orElse(""),
                r.system(),
                r.task().status().state().word(),
                ports(r),
                r.task().status().error()));
        console.out().print(table.text());
      }
      return ExitCode.DONE.number();
    }
  }

  private List<Row> rows(Cluster cluster) {
    var rows = new ArrayList<Row>();
    for (var service : cluster.services()) {
      var stack = service.spec().labels().get(Labels.STACK);
      if (!project.value().map(name -> name.equals(stack)).orElse(stack != null)) {
        continue;
      }
      cluster.tasksOf(service).stream()
          .filter(t -> all.on() || t.desired() == Task.State.RUNNING)
          .sorted(Comparator.comparingInt(t -> t.slot().orElse(0)))
          .forEach(t -> {
            var node = t.nodeId().flatMap(cluster::nodeById);
            rows.add(
                new Row(
                    service,
                    t,
                    node.map(n -> n.name().text()),
                    node.map(n -> n.facts().platform().toString()).orElse("")));
          });
    }
    rows.sort(Comparator.comparing(r -> r.service().spec().name()));
    return rows;
  }

  /** A port of a running task: its node's own, or one that answers on every node. */
  private record Shown(OpenPort port, PortGrant.Reach reach) {
    @Override
    public String toString() {
      var every = reach == PortGrant.Reach.TASK_NODES ? "" : "*:";
      return every + port.published() + "->" + port.target() + "/" + port.protocol();
    }

    Json.Obj json() {
      return Json.object()
          .with("published", port.published().number())
          .with("target", port.target().number())
          .with("protocol", port.protocol().word())
          .with("mode", reach.word());
    }
  }

  private static List<Shown> shown(Row row) {
    var shown = new ArrayList<Shown>();
    row.task().ports().forEach(p -> shown.add(new Shown(p, PortGrant.Reach.TASK_NODES)));
    if (row.task().running()) {
      Ledger.meshPorts(row.service())
          .forEach(p ->
              shown.add(
                  new Shown(
                      new OpenPort(p.published(), p.target(), p.protocol()),
                      PortGrant.Reach.CATAMARAN_MESH)));
      for (var port : row.service().ports()) {
        port.published()
            .filter(_ -> port.mode() == PublishMode.INGRESS)
            .ifPresent(p ->
                shown.add(
                    new Shown(
                        new OpenPort(p, port.target(), port.protocol()),
                        PortGrant.Reach.ENGINE_MESH)));
      }
    }
    return shown;
  }

  private static String ports(Row row) {
    return String.join(", ", shown(row).stream().map(Shown::toString).toList());
  }

  private static Json.Obj json(Row row) {
    return Json.object()
        .with("service", row.service().spec().name())
        .with("task", row.task().id())
        .with("node", FindingJson.textOrNull(row.node()))
        .with("system", row.system())
        .with("desired", row.task().desired().word())
        .with("state", row.task().status().state().word())
        .with("message", row.task().status().message())
        .with("error", row.task().status().error())
        .with("ports", Json.array(shown(row).stream().map(Shown::json).toList()));
  }
}
