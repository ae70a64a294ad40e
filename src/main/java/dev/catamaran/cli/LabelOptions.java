package dev.catamaran.cli;

import dev.catamaran.cluster.Node;
import dev.catamaran.json.Json;
import dev.catamaran.model.OsVersion;
import dev.catamaran.orchestrator.swarm.Swarm;
import dev.catamaran.usage.Flag;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.util.List;
import java.util.stream.Collectors;

/** {@code nodes --label}: facts become labels of nodes, by which plans know them. */
final class LabelOptions {
  private final Console console;
  private final Flag label;
  private final Text named;
  private final Text build;
  private final Text hyperV;
  private final Text ipvs;
  private final Agreement agreement;

  LabelOptions(Usage usage, Console console) {
    this.console = console;
    label =
        usage.flag(
            "--label",
            "Write the facts of nodes to their labels, by which plans know them; say which facts"
                + " nobody told.");
    build = usage.text("--build=BUILD", "With --label NODE: its Windows build, as 20348.2700.");
    hyperV = usage.text("--hyperv=BOOL", "With --label NODE: whether it has the Hyper-V role.");
    ipvs = usage.text("--ipvs=BOOL", "With --label NODE: whether its Linux kernel has IPVS.");
    agreement = new Agreement(usage);
    named = usage.optionalOperand("NODE", "With --label: only this node");
  }

  /** Whether labels were asked for; refuses what only makes sense with them. */
  boolean asked() {
    boolean facts = build.given() || hyperV.given() || ipvs.given();
    if (!label.on() && (facts || named.given())) {
      throw new UsageFailure("NODE, --build, --hyperv and --ipvs are for `nodes --label NODE`");
    }
    if (facts && !named.given()) {
      throw new UsageFailure("say which node has these facts: nodes --label NODE --build ...");
    }
    return label.on();
  }

  ExitCode run(Swarm swarm, OutputOptions output) {
    var stated = stated();
    var nodes = chosen(swarm.observe().nodes());
    var info = swarm.info();
    var labels =
        nodes.stream()
            .map(n -> stated.nothing() ? NodeLabels.told(n, info) : NodeLabels.stated(n, stated))
            .toList();
    nodes.forEach(n ->
        stated
            .misfit(n)
            .ifPresent(why -> {
              throw new UsageFailure(why);
            }));
    var changing = labels.stream().filter(l -> !l.changes().isEmpty()).toList();
    var missing =
        stated.nothing()
            ? labels.stream().flatMap(l -> l.missing().stream()).toList()
            : List.<String>of();
    if (!output.json()) {
      changing.forEach(l ->
          l.changes()
              .forEach(
                  (k, v) -> console.out().println("+ " + l.node().name() + "  " + k + "=" + v)));
    }
    if (!changing.isEmpty() && !agreement.given(console, "Write these labels?")) {
      console.err().println("Nothing was changed.");
      return ExitCode.FAILED;
    }
    changing.forEach(l -> swarm.labelNode(l.node().id(), l.changes()));
    if (output.json()) {
      output.print(console, json(changing, missing));
    } else {
      console.out().println(written(changing.size(), missing.isEmpty()));
      missing.forEach(m -> console.err().println("unknown  " + m));
    }
    return ExitCode.DONE;
  }

  private static String written(int nodes, boolean all) {
    if (nodes == 0) {
      return all ? "Every label is there already." : "No label to write.";
    }
    return "Labelled " + nodes + (nodes == 1 ? " node." : " nodes.");
  }

  private static Json.Obj json(List<NodeLabels> changing, List<String> missing) {
    var written = Json.object();
    for (var one : changing) {
      written = written.with(one.node().name().text(), Json.texts(one.changes()));
    }
    return FindingJson.versioned()
        .with("labels", written)
        .with("unknown", Json.Arr.ofTexts(missing));
  }

  private List<Node> chosen(List<Node> nodes) {
    if (named.value().isEmpty()) {
      return nodes;
    }
    var wanted = named.value().get();
    var found =
        nodes.stream()
            .filter(n -> n.name().text().equals(wanted) || n.id().equals(wanted))
            .toList();
    if (found.size() != 1) {
      var names = nodes.stream().map(n -> n.name().text()).collect(Collectors.joining(", "));
      throw new UsageFailure(
          found.isEmpty()
              ? "no node is named " + wanted + "; the nodes are " + names
              : "several nodes are named " + wanted + ": give the id of one");
    }
    return found;
  }

  private NodeLabels.Stated stated() {
    return new NodeLabels.Stated(
        build.value().map(LabelOptions::version),
        hyperV.value().map(NodeOptions::truth),
        ipvs.value().map(NodeOptions::truth));
  }

  private static OsVersion version(String text) {
    return OsVersion.parse(text)
        .filter(v -> v.revision().isPresent())
        .orElseThrow(() ->
            new UsageFailure(
                "--build \""
                    + text
                    + "\" is no Windows build with its revision, such as"
                    + " 20348.2700"));
  }
}
