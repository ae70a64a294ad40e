package dev.catamaran.plan.ports;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.ledger.Holding;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.Port;
import dev.catamaran.model.PortSet;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes of a cluster by their place in its list, and grouped by what decides about ports, so
 * that a port costs a step for each group and not for each node.
 */
final class NodeIndex {
  private final List<Node> nodes;
  private final Map<NodeName, Integer> numbers = new HashMap<>();
  private final Map<NodeFacts, BitSet> byFacts = new LinkedHashMap<>();
  private final Map<PortSet, BitSet> byOutgoing = new LinkedHashMap<>();
  private final BitSet windows = new BitSet();

  NodeIndex(Cluster cluster) {
    nodes = cluster.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      var node = nodes.get(i);
      numbers.put(node.name(), i);
      byFacts.computeIfAbsent(node.facts(), _ -> new BitSet()).set(i);
      var outgoing = node.ports().outgoing(node.facts().windows());
      byOutgoing.computeIfAbsent(outgoing, _ -> new BitSet()).set(i);
      windows.set(i, node.facts().windows());
    }
  }

  BitSet all() {
    var all = new BitSet(nodes.size());
    all.set(0, nodes.size());
    return all;
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

  /** Those nodes, the ones of equal facts together. */
  Map<NodeFacts, Alike> kinds(BitSet among) {
    var kinds = new LinkedHashMap<NodeFacts, Alike>();
    byFacts.forEach((facts, members) -> some(members, among).ifPresent(a -> kinds.put(facts, a)));
    return kinds;
  }

  /** Those of the nodes that run Windows. */
  Optional<Alike> windows(BitSet among) {
    return some(windows, among);
  }

  /** Those of the nodes on which outgoing connections may have the port. */
  Optional<Alike> outgoing(Port port, BitSet among) {
    var members = new BitSet(nodes.size());
    byOutgoing.forEach((ports, where) -> {
      if (ports.contains(port)) {
        members.or(where);
      }
    });
    return some(members, among);
  }

  private Optional<Alike> some(BitSet members, BitSet among) {
    if (!members.intersects(among)) {
      return Optional.empty();
    }
    var both = (BitSet) members.clone();
    both.and(among);
    return Optional.of(new Alike(nodes, both));
  }

  /** Whether it is held on one of those nodes. */
  boolean touches(Holding holding, BitSet set) {
    return holding.node().map(n -> set.get(number(n))).orElse(!set.isEmpty());
  }
}
