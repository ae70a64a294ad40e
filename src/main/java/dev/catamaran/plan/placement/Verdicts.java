package dev.catamaran.plan.placement;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.finding.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The matrix, asked once for each feature and kind of node, whatever the number of services. */
final class Verdicts {
  private final Matrix matrix;
  private final Roster roster;
  private final Map<Feature, List<Verdict>> answers = new HashMap<>();

  Verdicts(Matrix matrix, Roster roster) {
    this.matrix = matrix;
    this.roster = roster;
  }

  Verdict of(Feature feature, NodeKind kind) {
    return answers.computeIfAbsent(feature, this::ask).get(kind.number());
  }

  private List<Verdict> ask(Feature feature) {
    var all = new ArrayList<Verdict>();
    roster.kinds().forEach(k -> all.add(matrix.judge(feature, k.facts())));
    return all;
  }
}
