package dev.catamaran.plan.ports;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Some;
import dev.catamaran.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the engine's mesh is used though nobody can promise that it works. */
final class MeshDoubts {
  private final Matrix matrix;
  private final PortGrant first;

  /**
   * @param first a port that the engine's mesh carries
   */
  MeshDoubts(Matrix matrix, PortGrant first) {
    this.matrix = matrix;
    this.first = first;
  }

  List<Finding> of(Map<NodeFacts, Alike> kinds) {
    var findings = new ArrayList<Finding>();
    kinds.forEach((facts, nodes) -> {
      var named = Some.of(nodes.names());
      switch (matrix.judge(Feature.NET_INGRESS, facts)) {
        case Verdict.Unknown unknown -> findings.add(unknown(unknown, named, nodes.first()));
        case Verdict.With(var doubt, var source) ->
            findings.add(
                Finding.warning(
                        Code.PUBLISH_IMPOSSIBLE,
                        "the engine's routing mesh may fail on " + named + ": " + doubt)
                    .at(first.where())
                    .on(nodes.first().name())
                    .tryThis("--mesh always, and Catamaran's mesh carries the ports instead")
                    .says(source));
        case Verdict.Yes _, Verdict.No _ -> {}
      }
    });
    return findings;
  }

  private static Finding unknown(Verdict.Unknown verdict, String named, Node node) {
    return Finding.info(
            Code.FACT_UNKNOWN,
            "the engine's routing mesh is taken to work on "
                + named
                + ", though "
                + verdict.fact()
                + " is not known")
        .on(node.name())
        .tryThis(verdict.howToLearn())
        .says(verdict.source());
  }
}
