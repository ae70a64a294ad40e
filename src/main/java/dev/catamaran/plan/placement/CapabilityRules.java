package dev.catamaran.plan.placement;

import dev.catamaran.capability.Feature;
import dev.catamaran.finding.Code;
import dev.catamaran.model.Where;
import dev.catamaran.plan.placement.Objection.Exclusion;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.Isolation;
import java.util.ArrayList;
import java.util.List;

/** What the capability matrix says of the features a service uses. */
final class CapabilityRules {
  private final Verdicts verdicts;

  CapabilityRules(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  List<Objection> engine(NodeKind kind, Candidate candidate) {
    return unless(
        Feature.ENGINE_SUPPORTS_HOST, kind, Code.PLACEMENT_NONE, candidate.place("image"));
  }

  List<Objection> files(NodeKind kind, Candidate candidate) {
    var objections = new ArrayList<Objection>();
    var files = candidate.service().container().files();
    if (files.stream().anyMatch(f -> f.kind() == FileKind.CONFIG)) {
      objections.addAll(
          unless(Feature.SVC_CONFIGS, kind, Code.PLACEMENT_NONE, candidate.place("configs")));
    }
    if (files.stream().anyMatch(f -> f.kind() == FileKind.SECRET)) {
      objections.addAll(
          unless(Feature.SVC_SECRETS, kind, Code.PLACEMENT_NONE, candidate.place("secrets")));
    }
    return objections;
  }

  List<Objection> isolation(NodeKind kind, Candidate candidate) {
    boolean asked =
        candidate.service().container().isolation().filter(i -> i != Isolation.DEFAULT).isPresent();
    return asked && kind.facts().windows()
        ? unless(Feature.SVC_ISOLATION, kind, Code.PLACEMENT_NONE, candidate.place("isolation"))
        : List.of();
  }

  private List<Objection> unless(Feature feature, NodeKind kind, Code code, Where where) {
    var verdict = verdicts.of(feature, kind);
    return verdict.works()
        ? List.of()
        : List.of(Objection.from(verdict, code, Exclusion.BY_NODE, where));
  }
}
