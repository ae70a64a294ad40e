package dev.catamaran.cli;

import dev.catamaran.assembly.Session;
import dev.catamaran.assembly.Target;
import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.capability.Subject;
import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Outcome;
import dev.catamaran.finding.Verdict;
import dev.catamaran.json.Json;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Usage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The nodes, and what each cannot do. */
final class NodesCommand implements Command {
  /** What the founders of such clusters stumbled over; everything else is in the JSON. */
  private static final List<Feature> HEADLINES =
      List.of(
          Feature.NET_OVERLAY,
          Feature.NET_OVERLAY_ENCRYPTED,
          Feature.NET_VIP,
          Feature.NET_INGRESS,
          Feature.NET_PUBLISH_HOST_FIXED,
          Feature.NET_PUBLISH_HOST_DYNAMIC,
          Feature.NET_LOOPBACK);

  /** A node of a swarm is asked nothing about Kubernetes. */
  static final List<Subject> SUBJECTS =
      Stream.of(Subject.values()).filter(s -> s != Subject.KUBERNETES).toList();

  private final Console console;
  private final EngineOptions engine;
  private final OutputOptions output;
  private final LabelOptions labels;

  NodesCommand(Usage usage, Console console) {
    this.console = console;
    engine = new EngineOptions(usage);
    output = new OutputOptions(usage);
    labels = new LabelOptions(usage, console);
  }

  @Override
  public int run() {
    boolean labelling = labels.asked();
    return switch (engine.target(console)) {
      case Outcome.Refused<Target>(var findings) -> {
        new FindingText(console).print(findings, console.err());
        yield ExitCode.REFUSED.number();
      }
      case Outcome.Accepted<Target>(var target, var _) -> {
        try (var session = Session.open(target, console.environment())) {
          if (labelling) {
            yield labels.run(session.swarm(), output).number();
          }
          print(session.swarm().observe().nodes(), session.matrix());
        }
        yield ExitCode.DONE.number();
      }
    };
  }

  void print(List<Node> nodes, Matrix matrix) {
    if (output.json()) {
      var list = nodes.stream().map(n -> json(n, matrix)).toList();
      output.print(console, FindingJson.versioned().with("nodes", Json.array(list)));
      return;
    }
    var table =
        new Table("NODE", "ROLE", "STATE", "SYSTEM", "BUILD", "ENGINE", "ADDRESS", "CANNOT");
    nodes.forEach(n ->
        table.row(
            n.name().text(),
            n.role().word(),
            n.takesTasks() ? n.state().word() : n.state().word() + ", " + n.availability().word(),
            n.facts().platform().os() + "/" + n.facts().platform().architecture(),
            build(n).orElse(n.facts().windows() ? "unknown" : "-"),
            n.facts().engine().map(e -> e.text()).orElse("unknown"),
            n.address(),
            cannot(n, matrix)));
    console.out().print(table.text());
  }

  private static String cannot(Node node, Matrix matrix) {
    return String.join(
        ", ",
        HEADLINES.stream()
            .filter(f -> matrix.judge(f, node.facts()) instanceof Verdict.No)
            .map(Feature::id)
            .toList());
  }

  private static Optional<String> build(Node node) {
    return node.facts().platform().osVersion().map(v -> v.buildAndRevision());
  }

  private static Json.Obj json(Node node, Matrix matrix) {
    var version = node.facts().platform().osVersion();
    return Json.object()
        .with("name", node.name().text())
        .with("os", node.facts().platform().os().word())
        .with("build", version.<Json>map(v -> Json.Num.of(v.build())).orElse(Json.Null.NULL))
        .with(
            "revision",
            version
                .filter(v -> v.revision().isPresent())
                .<Json>map(v -> Json.Num.of(v.revision().getAsInt()))
                .orElse(Json.Null.NULL))
        .with("engine", FindingJson.textOrNull(node.facts().engine().map(e -> e.text())))
        .with("role", node.role().word())
        .with("state", node.state().word())
        .with("availability", node.availability().word())
        .with("address", node.address())
        .with("capabilities", VerdictJson.column(matrix.column(node.facts(), SUBJECTS)));
  }
}
