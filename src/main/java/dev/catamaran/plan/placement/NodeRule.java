package dev.catamaran.plan.placement;

import java.util.List;

/** One question that every kind of node is asked; no objection lets it pass. */
@FunctionalInterface
interface NodeRule {
  List<Objection> objections(NodeKind kind, Candidate candidate);
}
