package dev.catamaran.plan.whatif;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import dev.catamaran.spec.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One thing that would be different in a cluster. */
public sealed interface Supposition {

  /**
   * A node has another Windows or another engine.
   *
   * @param build empty leaves the Windows as it is
   * @param engine empty leaves the engine as it is
   */
  record Upgrade(NodeName node, Optional<OsVersion> build, Optional<EngineVersion> engine)
      implements Supposition {
    private Node of(Node before) {
      var facts = before.facts();
      var was = facts.platform();
      var platform =
          new Platform(was.os(), was.architecture(), was.variant(), build.or(was::osVersion));
      var known =
          new NodeFacts(
              platform, engine.or(facts::engine), facts.ipvs(), facts.hyperV(), facts.kubernetes());
      return before
          .with(known)
          .withLabels(build.map(b -> labelled(b, before)).orElse(before.labels()));
    }

    /** The agent of the upgraded node would say so. */
    private static Map<String, String> labelled(OsVersion build, Node before) {
      var labels = new LinkedHashMap<>(before.labels());
      labels.put(Labels.OS_BUILD, Integer.toString(build.build()));
      labels.remove(Labels.OS_REVISION);
      build.revision().ifPresent(r -> labels.put(Labels.OS_REVISION, Integer.toString(r)));
      return labels;
    }
  }

  /** A node is there that was not. */
  record Join(Node joining) implements Supposition {}

  /** A node is there no more. */
  record Leave(NodeName node) implements Supposition {}

  /** The node it is about. */
  default NodeName node() {
    return switch (this) {
      case Upgrade(var node, var _, var _) -> node;
      case Join(var joining) -> joining.name();
      case Leave(var node) -> node;
    };
  }

  /** What would be done, as an operator would note it. */
  default String text() {
    return switch (this) {
      case Upgrade(var node, var build, var engine) -> {
        var what = new ArrayList<String>();
        build.ifPresent(b -> what.add("Windows build " + b.buildAndRevision()));
        engine.ifPresent(e -> what.add("engine " + e));
        yield "upgrade " + node + " to " + String.join(" and ", what);
      }
      case Join(var joining) -> "join " + joining.name() + " (" + joining.facts() + ")";
      case Leave(var node) -> "remove " + node;
    };
  }

  /** The cluster with that and nothing else different. */
  default Cluster in(Cluster cluster) {
    var nodes = new ArrayList<Node>(cluster.nodes());
    switch (this) {
      case Upgrade upgrade -> nodes.replaceAll(n -> n.name().equals(node()) ? upgrade.of(n) : n);
      case Join(var joining) -> nodes.add(joining);
      case Leave(var node) -> nodes.removeIf(n -> n.name().equals(node));
    }
    return cluster.withNodes(nodes);
  }

  /** The cluster with all of that. */
  static Cluster all(List<? extends Supposition> suppositions, Cluster cluster) {
    var supposed = cluster;
    for (var supposition : suppositions) {
      supposed = supposition.in(supposed);
    }
    return supposed;
  }

  /** The cluster while the node is being worked on: it takes no tasks and keeps none. */
  static Cluster without(NodeName away, Cluster cluster) {
    UnaryOperator<Node> drained = n -> n.name().equals(away) ? n.with(Node.Availability.DRAIN) : n;
    return cluster.withNodes(cluster.nodes().stream().map(drained).toList());
  }
}
