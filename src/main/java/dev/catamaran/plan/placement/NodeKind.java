package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Description.Plugin;
import dev.catamaran.cluster.NodeFacts;
import java.util.List;

/**
 * What nodes have in common that can do the same: asked once, whatever their number. Two kinds are
 * the same only where they are one object.
 */
final class NodeKind {
  private final int number;
  private final NodeFacts facts;
  private final List<Plugin> plugins;

  NodeKind(int number, NodeFacts facts, List<Plugin> plugins) {
    this.number = number;
    this.facts = facts;
    this.plugins = plugins;
  }

  /** From 0, in the order of the first node of each kind. */
  int number() {
    return number;
  }

  NodeFacts facts() {
    return facts;
  }

  List<Plugin> plugins() {
    return plugins;
  }
}
