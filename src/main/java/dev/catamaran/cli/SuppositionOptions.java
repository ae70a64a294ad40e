package dev.catamaran.cli;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Closest;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.OsVersion;
import dev.catamaran.plan.whatif.Supposition;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Texts;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** What would be different: nodes upgraded, joined, gone. */
final class SuppositionOptions {
  private final Texts names;
  private final Texts selectors;
  private final Text build;
  private final Text engine;
  private final Texts joining;
  private final Texts leaving;

  SuppositionOptions(Usage usage) {
    names = usage.texts("--node=NODE", "Upgrade this node");
    selectors =
        usage.texts("--nodes=SELECTOR", "Upgrade these nodes: os=windows,name=win*,label.zone=a");
    build = usage.text("--build=BUILD", "To this Windows build and revision, 20348.2700.");
    engine = usage.text("--engine=VERSION", "To this engine.");
    joining =
        usage.texts(
            "--add=NODE", "Add a node: os=windows,build=20348.2700,engine=27.0,name=win9,count=2");
    leaving = usage.texts("--remove=NODE", "Remove this node");
  }

  /** Refuses what cannot be meant before the cluster is asked. */
  void check() {
    boolean upgrade = names.given() || selectors.given();
    if (upgrade && !build.given() && !engine.given()) {
      throw new UsageFailure("say what to upgrade to: --build 20348.2700, --engine 27.0 or both");
    }
    if (!upgrade && (build.given() || engine.given())) {
      throw new UsageFailure("say which nodes to upgrade: --node win1 or --nodes os=windows");
    }
    if (!upgrade && !joining.given() && !leaving.given()) {
      throw new UsageFailure(
          "say what would be different: --node win1 --build 20348.2700, --add os=windows,... or"
              + " --remove NODE");
    }
    selectors.values().forEach(NodeSelector::parse);
    build.value().ifPresent(SuppositionOptions::windows);
    engine.value().ifPresent(CompatCommand::version);
  }

  List<Supposition> of(Cluster cluster) {
    var all = new LinkedHashMap<NodeName, Supposition>();
    for (var node : upgraded(cluster)) {
      all.put(node.name(), upgrade(node));
    }
    for (var name : leaving.values()) {
      var node = named(name, cluster);
      if (all.put(node.name(), new Supposition.Leave(node.name())) != null) {
        throw new UsageFailure("node " + name + " cannot be upgraded and removed at once");
      }
    }
    var suppositions = new ArrayList<>(all.values());
    var taken = new ArrayList<>(cluster.nodes());
    for (var text : joining.values()) {
      for (var node : JoiningNode.parse(text).nodes(taken)) {
        taken.add(node);
        suppositions.add(new Supposition.Join(node));
      }
    }
    return suppositions;
  }

  private List<Node> upgraded(Cluster cluster) {
    return Stream.concat(
            names.values().stream().map(n -> named(n, cluster)),
            selectors.values().stream().flatMap(s -> selected(s, cluster).stream()))
        .distinct()
        .toList();
  }

  private static List<Node> selected(String text, Cluster cluster) {
    var nodes = NodeSelector.parse(text).of(cluster.nodes());
    if (nodes.isEmpty()) {
      throw new UsageFailure(
          "no node is " + text + "; the cluster has " + String.join(", ", names(cluster)));
    }
    return nodes;
  }

  private Supposition upgrade(Node node) {
    if (build.given() && !node.facts().windows()) {
      throw new UsageFailure(
          "node " + node.name() + " runs Linux, and --build is a build of Windows");
    }
    return new Supposition.Upgrade(
        node.name(),
        build.value().map(SuppositionOptions::windows),
        engine.value().map(CompatCommand::version));
  }

  static Node named(String name, Cluster cluster) {
    return cluster.nodes().stream()
        .filter(n -> n.name().text().equals(name))
        .findFirst()
        .orElseThrow(() -> new UsageFailure(unknown(name, cluster)));
  }

  private static String unknown(String name, Cluster cluster) {
    var known = names(cluster);
    return "the cluster has no node \""
        + name
        + "\""
        + Closest.to(name, known)
            .map(n -> "; did you mean " + n + "?")
            .orElse("; it has " + String.join(", ", known));
  }

  private static List<String> names(Cluster cluster) {
    return cluster.nodes().stream().map(n -> n.name().text()).toList();
  }

  static OsVersion windows(String text) {
    return OsVersion.parse(text)
        .orElseThrow(
            () -> new UsageFailure("\"" + text + "\" is no Windows build such as 20348.2700"));
  }
}
