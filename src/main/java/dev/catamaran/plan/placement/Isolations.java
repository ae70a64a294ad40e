package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.NodeName;
import dev.catamaran.plan.placement.Objection.Exclusion;
import dev.catamaran.spec.Isolation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service has one isolation for all its tasks, so its nodes must agree on one. */
final class Isolations {
  private Isolations() {}

  /** Where some node runs the image as a process, the nodes that would need Hyper-V step back. */
  static Map<Node, List<Objection>> unify(
      Candidate candidate, Map<Node, List<Objection>> objections) {
    boolean process =
        objections.entrySet().stream()
            .anyMatch(
                e -> e.getValue().isEmpty() && isolation(e.getKey(), candidate, Isolation.PROCESS));
    if (!process) {
      return objections;
    }
    var unified = new LinkedHashMap<Node, List<Objection>>();
    objections.forEach((node, against) -> {
      var all = new ArrayList<>(against);
      boolean may = against.stream().noneMatch(Objection::needsConstraint);
      if (may && isolation(node, candidate, Isolation.HYPERV)) {
        all.add(stepsBack(node, candidate));
      }
      unified.put(node, all);
    });
    return unified;
  }

  private static Objection stepsBack(Node node, Candidate candidate) {
    var builds =
        PlatformRules.fit(node, candidate)
            .flatMap(f -> f.platform().osVersion())
            .map(v -> Integer.toString(v.build()))
            .orElse("unknown");
    return new Objection(
        Code.ISOLATION_HYPERV,
        Exclusion.BY_BUILD,
        "needs Hyper-V isolation for image build "
            + builds
            + ", and other nodes run it in process isolation; a service has one isolation",
        List.of("isolation: hyperv, to have the service on such nodes"),
        Optional.empty(),
        candidate.place("image"));
  }

  static Finding chosen(Candidate candidate, Collection<NodeName> nodes) {
    var service = candidate.service();
    return Finding.info(
            Code.ISOLATION_HYPERV,
            "the tasks run in Hyper-V isolation on "
                + String.join(", ", nodes.stream().map(NodeName::text).toList()))
        .at(service.places().of("image"))
        .of(service.name())
        .because("the image is made for " + candidate.offer().text())
        .tryThis(
            "an image made for the nodes' own Windows build starts faster, in process isolation");
  }

  private static boolean isolation(Node node, Candidate candidate, Isolation asked) {
    return PlatformRules.fit(node, candidate)
        .flatMap(PlatformRules.Fit::isolation)
        .equals(Optional.of(asked));
  }
}
