package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Node;
import java.util.List;

/** One question that every node is asked; no objection lets the node pass. */
@FunctionalInterface
interface NodeRule {
  List<Objection> objections(Node node, Candidate candidate);
}
