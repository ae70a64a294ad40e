package dev.catamaran.plan.ports;

import dev.catamaran.cluster.Node;
import dev.catamaran.model.NodeName;
import java.util.BitSet;
import java.util.List;

/** Some nodes of a cluster, at least one, of which one thing is said; named when they are asked. */
record Alike(List<Node> all, BitSet members) {
  Alike {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("nothing is said of no nodes");
    }
  }

  Node first() {
    return all.get(members.nextSetBit(0));
  }

  /** In the order of the cluster. */
  List<NodeName> names() {
    return members.stream().mapToObj(i -> all.get(i).name()).toList();
  }
}
