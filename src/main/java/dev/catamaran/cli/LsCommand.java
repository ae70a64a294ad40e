package dev.catamaran.cli;

import dev.catamaran.assembly.Session;
import dev.catamaran.assembly.Target;
import dev.catamaran.cluster.ServiceState;
import dev.catamaran.json.Json;
import dev.catamaran.model.ProjectName;
import dev.catamaran.spec.Labels;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Usage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The projects of a cluster. */
final class LsCommand implements Command {
  private final Console console;
  private final HostOptions engine;
  private final OutputOptions output;

  LsCommand(Usage usage, Console console) {
    this.console = console;
    engine = new HostOptions(usage);
    output = new OutputOptions(usage);
  }

  @Override
  public int run() {
    var target = new Target.Engine(engine.engine(console));
    try (var session = Session.open(target, console.environment())) {
      var cluster = session.swarm().observe();
      var projects = new TreeMap<String, List<ServiceState>>();
      for (var service : cluster.services()) {
        var stack = service.spec().labels().get(Labels.STACK);
        if (stack != null) {
          projects.computeIfAbsent(stack, name -> ServiceState.of(cluster, new ProjectName(name)));
        }
      }
      print(projects);
      return ExitCode.DONE.number();
    }
  }

  private void print(SortedMap<String, List<ServiceState>> projects) {
    if (output.json()) {
      var list = projects.entrySet().stream().map(p -> json(p.getKey(), p.getValue())).toList();
      output.print(console, FindingJson.versioned().with("projects", Json.array(list)));
      return;
    }
    var table = new Table("PROJECT", "SERVICES", "TASKS RUNNING");
    projects.forEach((name, states) ->
        table.row(name, Integer.toString(states.size()), running(states) + "/" + wanted(states)));
    console.out().print(table.text());
  }

  private static Json.Obj json(String name, List<ServiceState> states) {
    return Json.object()
        .with("name", name)
        .with("services", states.size())
        .with("running", running(states))
        .with("wanted", wanted(states));
  }

  private static int running(List<ServiceState> states) {
    return states.stream().mapToInt(ServiceState::running).sum();
  }

  private static int wanted(List<ServiceState> states) {
    return states.stream().mapToInt(ServiceState::wanted).sum();
  }
}
