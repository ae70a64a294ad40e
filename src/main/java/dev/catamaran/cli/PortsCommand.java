package dev.catamaran.cli;

import dev.catamaran.assembly.Session;
import dev.catamaran.assembly.Target;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Outcome;
import dev.catamaran.ledger.Holding;
import dev.catamaran.ledger.Ledger;
import dev.catamaran.ledger.Ledger.Excluded;
import dev.catamaran.ledger.Owner;
import dev.catamaran.model.NodeName;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.spec.Labels;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.util.List;
import java.util.Optional;

/** Who holds which port where; of one port also where it is free. */
final class PortsCommand implements Command {
  private final Console console;
  private final Text port;
  private final Text node;
  private final Text project;
  private final EngineOptions engine;
  private final OutputOptions output;

  PortsCommand(Usage usage, Console console) {
    this.console = console;
    port =
        usage.optionalOperand(
            "PORT[/PROTOCOL]", "Only this one, and where it is free: 8080, or 53/udp.");
    node = usage.text("--node=NAME", "Only what is held on this node.");
    project = usage.text("-p, --project-name=NAME", "Only what this project holds.");
    engine = new EngineOptions(usage);
    output = new OutputOptions(usage);
  }

  @Override
  public int run() {
    var asked = port.value().map(PortNumbers::key);
    return switch (engine.target(console)) {
      case Outcome.Refused<Target>(var findings) -> {
        new FindingText(console).print(findings, console.err());
        yield ExitCode.REFUSED.number();
      }
      case Outcome.Accepted<Target>(var target, var _) -> {
        try (var session = Session.open(target, console.environment())) {
          print(session.swarm().survey(), asked);
        }
        yield ExitCode.DONE.number();
      }
    };
  }

  private void print(Cluster cluster, Optional<ListenKey> asked) {
    var on = node.value().map(name -> named(cluster, name));
    var view = new PortsView(cluster, lines(cluster, asked, on), ranges(cluster, asked, on), asked);
    if (output.json()) {
      output.print(console, view.json());
    } else {
      console.out().print(view.table());
      view.answer().forEach(console.out()::println);
      console.err().println(view.known());
    }
  }

  private static NodeName named(Cluster cluster, String name) {
    var names = cluster.nodes().stream().map(n -> n.name().text()).toList();
    return cluster.nodes().stream()
        .map(Node::name)
        .filter(n -> n.text().equals(name))
        .findFirst()
        .orElseThrow(() -> UsageFailure.unknown("node", name, names));
  }

  private List<Holding> lines(Cluster cluster, Optional<ListenKey> asked, Optional<NodeName> on) {
    var all =
        project
            .value()
            .map(name ->
                Ledger.of(cluster, s -> belongs(s, name)).holdings().stream()
                    .filter(h -> ofService(h.owner())))
            .orElseGet(() -> Ledger.of(cluster).holdings().stream());
    return all.filter(h -> asked.isEmpty() || h.key().equals(asked.get()))
        .filter(h -> on.isEmpty() || h.on(on.get()))
        .toList();
  }

  private static boolean belongs(LiveService service, String name) {
    return name.equals(service.spec().labels().get(Labels.STACK));
  }

  private static boolean ofService(Owner owner) {
    return switch (owner.kind()) {
      case SERVICE, MESH, TASK -> true;
      case CONTAINER, PROCESS, RESERVED, EXCLUDED -> false;
    };
  }

  private List<Excluded> ranges(Cluster cluster, Optional<ListenKey> asked, Optional<NodeName> on) {
    return project.given()
        ? List.of()
        : Ledger.of(cluster).excludedRanges().stream()
            .filter(e -> asked.isEmpty() || e.holds(asked.get()))
            .filter(e -> on.isEmpty() || e.node().equals(on.get()))
            .toList();
  }
}
