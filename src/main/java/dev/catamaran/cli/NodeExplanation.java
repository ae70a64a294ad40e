package dev.catamaran.cli;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.FeatureRows;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cli.Explanation.Line;
import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.NodeName;
import dev.catamaran.plan.Plan;
import dev.catamaran.plan.ServicePlan;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.spec.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one node is, can do and cannot do, and which services may run there. */
final class NodeExplanation {
  private final Matrix matrix;
  private final List<Line> lines = new ArrayList<>();

  NodeExplanation(Matrix matrix) {
    this.matrix = matrix;
  }

  /**
   * All of it.
   *
   * @param plan of the project at hand, if there is one
   */
  Explanation of(Node node, Optional<Plan> plan) {
    facts(node);
    plan.ifPresent(p -> p.services().forEach(s -> lines.add(service(s, node.name()))));
    abilities(node);
    return new Explanation(
        "node",
        node.name().text(),
        node.role().word() + ", " + node.state().word() + ", " + node.availability().word(),
        lines,
        plan.map(p -> about(p.findings(), node.name())).orElse(List.of()));
  }

  private static List<Finding> about(List<Finding> findings, NodeName node) {
    return findings.stream()
        .filter(f -> f.subject().node().filter(node::equals).isPresent())
        .toList();
  }

  private void facts(Node node) {
    var facts = node.facts();
    var platform = facts.platform();
    lines.add(told("system", platform.os() + "/" + platform.architecture()));
    lines.add(
        facts
            .engine()
            .map(e -> told("engine", e.text()))
            .orElseGet(() -> Line.of("engine", "unknown", "its engine should report this")));
    if (facts.windows()) {
      var version = platform.osVersion();
      lines.add(
          labelled(node, "build", version.map(v -> Integer.toString(v.build())), Labels.OS_BUILD));
      lines.add(
          labelled(
              node,
              "revision",
              version
                  .filter(v -> v.revision().isPresent())
                  .map(v -> Integer.toString(v.revision().getAsInt())),
              Labels.OS_REVISION));
      lines.add(
          labelled(node, "Hyper-V role", facts.hyperV().map(Object::toString), Labels.HYPERV));
    } else {
      lines.add(labelled(node, "IPVS", facts.ipvs().map(Object::toString), Labels.IPVS));
    }
    lines.add(
        node.runsAgent()
            ? Line.of("agent", node.labels().getOrDefault(Labels.AGENT, ""))
            : Line.of("agent", "none", "try: catamaran agent run, on the node"));
  }

  private static Line told(String about, String value) {
    return Line.of(about, value, "its engine tells the managers");
  }

  private static Line labelled(Node node, String about, Optional<String> value, String label) {
    if (value.isEmpty()) {
      return Line.of(
          about,
          "unknown",
          "try: catamaran agent run, on the node",
          "try: docker node update --label-add " + label + "=VALUE " + node.name());
    }
    boolean ofNode = node.labels().containsKey(label);
    boolean ofEngine = node.engineLabels().containsKey(label);
    return Line.of(
        about,
        value.get(),
        ofNode
            ? "label " + label + " of the node"
            : ofEngine ? "label " + label + " of its engine" : "its engine tells the managers");
  }

  private static Line service(ServicePlan plan, NodeName node) {
    var name = plan.service().name().text();
    var eligible =
        plan.placement().eligible().stream().filter(e -> e.name().equals(node)).findFirst();
    if (eligible.isPresent()) {
      return Line.of("may hold", name + "  as " + eligible.get().platform());
    }
    var reasons =
        plan.placement().refused().stream()
            .filter(r -> r.name().equals(node))
            .map(Placement.RefusedNode::reasons)
            .findFirst()
            .orElse(List.of());
    return Line.of("not for", name).because(reasons);
  }

  /** What it cannot comes first; a swarm's node is asked nothing about Kubernetes. */
  private void abilities(Node node) {
    var column = matrix.column(node.facts(), NodesCommand.SUBJECTS);
    each(column, Verdict.No.class, "cannot");
    each(column, Verdict.Unknown.class, "perhaps");
    each(column, Verdict.With.class, "can, with");
    each(column, Verdict.Yes.class, "can");
  }

  private void each(Map<Feature, Verdict> column, Class<? extends Verdict> kind, String about) {
    column.forEach((feature, verdict) -> {
      if (kind.isInstance(verdict)) {
        lines.add(line(about, feature, verdict));
      }
    });
  }

  private Line line(String about, Feature feature, Verdict verdict) {
    var means = matrix.find(feature.id()).map(FeatureRows::means).orElse("");
    var line = Line.of(about, feature.id() + ": " + means);
    return switch (verdict) {
      case Verdict.Yes _ -> line;
      case Verdict.With(var workaround, var source) ->
          line.because(List.of(workaround)).says(source);
      case Verdict.No(var reason, var wayOut, var source) ->
          line.because(List.of(reason, "try: " + wayOut)).says(source);
      case Verdict.Unknown(var fact, var howToLearn, var source) ->
          line.because(List.of(fact + " is not known", "try: " + howToLearn)).says(source);
    };
  }
}
