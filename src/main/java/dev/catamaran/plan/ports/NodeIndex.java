package dev.catamaran.plan.ports;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.ledger.Holding;
import dev.catamaran.model.NodeName;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.plan.placement.Placement.EligibleNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a cluster by number, so that sets of them stay small in large clusters. */
final class NodeIndex {
  private final List<Node> nodes;
  private final Map<NodeName, Integer> numbers = new HashMap<>();

  NodeIndex(Cluster cluster) {
    nodes = cluster.nodes();
    nodes.forEach(n -> numbers.put(n.name(), numbers.size()));
  }

  BitSet eligible(Placement placement) {
    var set = new BitSet(nodes.size());
    for (var node : placement.eligible()) {
      set.set(number(node.name()));
    }
    return set;
  }

  /** Where somebody holds a port. */
  BitSet of(List<Holding> holdings) {
    var set = new BitSet(nodes.size());
    for (var holding : holdings) {
      holding.node().ifPresentOrElse(n -> set.set(number(n)), () -> set.set(0, nodes.size()));
    }
    return set;
  }

  private int number(NodeName name) {
    var number = numbers.get(name);
    if (number == null) {
      throw new IllegalStateException("the cluster has no node " + name);
    }
    return number;
  }

  /** The nodes that may hold a service, those of equal facts together. */
  Map<NodeFacts, List<Node>> kinds(Placement placement) {
    var kinds = new LinkedHashMap<NodeFacts, List<Node>>();
    for (EligibleNode eligible : placement.eligible()) {
      var node = nodes.get(number(eligible.name()));
      kinds.computeIfAbsent(node.facts(), _ -> new ArrayList<>()).add(node);
    }
    return kinds;
  }

  /** All nodes, those of equal facts together. */
  Map<NodeFacts, List<Node>> kinds() {
    var kinds = new LinkedHashMap<NodeFacts, List<Node>>();
    nodes.forEach(n -> kinds.computeIfAbsent(n.facts(), _ -> new ArrayList<>()).add(n));
    return kinds;
  }

  /** Whether it is held on one of those nodes. */
  boolean touches(Holding holding, BitSet set) {
    return holding.node().map(n -> set.get(number(n))).orElse(!set.isEmpty());
  }
}
