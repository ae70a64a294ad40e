package dev.catamaran.plan.placement;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.Where;
import dev.catamaran.scheduling.Filter;
import java.util.List;
import java.util.Optional;

/**
 * Why one node may not hold one service.
 *
 * @param exclusion how Swarm's scheduler is kept off the node
 * @param where the line that meets the limit
 * @param filter which of Swarm's own filters refuses the node for it; empty where Swarm would let
 *     the task go there
 * @param unknown the fact nobody told, where that is all there is against the node
 */
record Objection(
    Code code,
    Exclusion exclusion,
    String reason,
    List<String> ways,
    Optional<String> source,
    Where where,
    Optional<Filter> filter,
    Optional<String> unknown) {

  /** What keeps the scheduler from choosing the node. */
  enum Exclusion {
    /** The scheduler knows it by itself, and it lasts: a constraint of the user, a plugin. */
    BY_ENGINE,
    /** It passes, and the scheduler knows meanwhile: a drained node, one that is full. */
    BY_STATE,
    /** A constraint on the operating system. */
    BY_OS,
    /** A constraint on the label that holds the Windows build. */
    BY_BUILD,
    /** A constraint on the node's name. */
    BY_NODE
  }

  /** Swarm has to be told by a constraint of ours. */
  boolean needsConstraint() {
    return switch (exclusion) {
      case BY_ENGINE, BY_STATE -> false;
      case BY_OS, BY_BUILD, BY_NODE -> true;
    };
  }

  static Objection byOs(Code code, String reason, List<String> ways, Where where) {
    return new Objection(
        code,
        Exclusion.BY_OS,
        reason,
        ways,
        Optional.empty(),
        where,
        Optional.empty(),
        Optional.empty());
  }

  Objection refusedBy(Filter by) {
    return new Objection(code, exclusion, reason, ways, source, where, Optional.of(by), unknown);
  }

  /** From a verdict that is not a yes. */
  static Objection from(Verdict verdict, Code code, Exclusion exclusion, Where where) {
    var way =
        switch (verdict) {
          case Verdict.No(var _, var wayOut, var _) -> wayOut;
          case Verdict.Unknown(var _, var howToLearn, var _) -> howToLearn;
          case Verdict.Yes _, Verdict.With _ -> "";
        };
    return new Objection(
        code,
        exclusion,
        verdict.reason(),
        way.isEmpty() ? List.of() : List.of(way),
        Optional.of(verdict.source()),
        where,
        Optional.empty(),
        verdict instanceof Verdict.Unknown(var fact, var _, var _)
            ? Optional.of(fact)
            : Optional.empty());
  }
}
