package dev.catamaran.plan.placement;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Code;
import dev.catamaran.model.Where;
import dev.catamaran.plan.placement.Objection.Exclusion;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.Isolation;
import dev.catamaran.spec.Mount;
import java.util.ArrayList;
import java.util.List;

/** What the capability matrix says of the features a service uses. */
final class CapabilityRules {
  private final Matrix matrix;

  CapabilityRules(Matrix matrix) {
    this.matrix = matrix;
  }

  List<Objection> engine(Node node, Candidate candidate) {
    return unless(
        Feature.ENGINE_SUPPORTS_HOST, node, Code.PLACEMENT_NONE, candidate.place("image"));
  }

  List<Objection> files(Node node, Candidate candidate) {
    var objections = new ArrayList<Objection>();
    var files = candidate.service().container().files();
    if (files.stream().anyMatch(f -> f.kind() == FileKind.CONFIG)) {
      objections.addAll(
          unless(Feature.SVC_CONFIGS, node, Code.PLACEMENT_NONE, candidate.place("configs")));
    }
    if (files.stream().anyMatch(f -> f.kind() == FileKind.SECRET)) {
      objections.addAll(
          unless(Feature.SVC_SECRETS, node, Code.PLACEMENT_NONE, candidate.place("secrets")));
    }
    return objections;
  }

  List<Objection> isolation(Node node, Candidate candidate) {
    boolean asked =
        candidate.service().container().isolation().filter(i -> i != Isolation.DEFAULT).isPresent();
    return asked && node.facts().windows()
        ? unless(Feature.SVC_ISOLATION, node, Code.PLACEMENT_NONE, candidate.place("isolation"))
        : List.of();
  }

  List<Objection> mounts(Node node, Candidate candidate) {
    var objections = new ArrayList<Objection>();
    var mounts = candidate.service().container().mounts();
    for (int i = 0; i < mounts.size(); i++) {
      var mount = mounts.get(i);
      var place = candidate.place("volumes[" + i + "]");
      if (mount.type() == Mount.Type.NPIPE && node.facts().windows()) {
        objections.addAll(unless(Feature.MOUNT_NPIPE, node, Code.MOUNT_PATH, place));
      } else {
        objections.addAll(MountPaths.objections(node, mount, place));
      }
    }
    return objections;
  }

  private List<Objection> unless(Feature feature, Node node, Code code, Where where) {
    var verdict = matrix.judge(feature, node.facts());
    return verdict.works()
        ? List.of()
        : List.of(Objection.from(verdict, code, Exclusion.BY_NODE, where));
  }
}
