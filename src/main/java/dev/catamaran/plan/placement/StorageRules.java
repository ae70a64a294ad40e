package dev.catamaran.plan.placement;

import dev.catamaran.capability.Feature;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.Os;
import dev.catamaran.plan.placement.Objection.Exclusion;
import dev.catamaran.plan.storage.Fault;
import dev.catamaran.plan.storage.MountPlace;
import dev.catamaran.plan.storage.StorageFaults;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.Privileges.CredentialSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether a node can give a service what it mounts. */
final class StorageRules {
  private static final Feature SUBPATH = new Feature("mount.volume.subpath");

  private final Verdicts verdicts;
  private final StorageFaults faults;

  StorageRules(Verdicts verdicts, StorageFaults faults) {
    this.verdicts = verdicts;
    this.faults = faults;
  }

  /**
   * Where an image offers one system only, what that system rejects is told as such, and no node
   * needs to be blamed; else it decides between the systems.
   */
  List<Objection> paths(NodeKind kind, Candidate candidate) {
    boolean several =
        candidate.offer().platforms().stream().map(p -> p.os()).distinct().count() > 1;
    var os = kind.facts().platform().os();
    return several
        ? faults.of(candidate.service(), os).stream().map(f -> objection(f, os, candidate)).toList()
        : List.of();
  }

  private static Objection objection(Fault fault, Os os, Candidate candidate) {
    return new Objection(
        fault.code(),
        Exclusion.BY_OS,
        "runs " + os + ": " + fault.text(),
        fault.ways(),
        fault.source(),
        candidate.place(fault.path()),
        Optional.empty(),
        Optional.empty());
  }

  List<Objection> pipes(NodeKind kind, Candidate candidate) {
    if (!kind.facts().windows()) {
      return List.of();
    }
    var mounts = candidate.service().container().mounts();
    return IntStream.range(0, mounts.size())
        .filter(i -> mounts.get(i).type() == Mount.Type.NPIPE)
        .mapToObj(i -> MountPlace.of(candidate.service(), i))
        .flatMap(p -> unless(Feature.MOUNT_NPIPE, kind, Code.MOUNT_IMPOSSIBLE, candidate, p))
        .toList();
  }

  List<Objection> subpaths(NodeKind kind, Candidate candidate) {
    var mounts = candidate.service().container().mounts();
    return IntStream.range(0, mounts.size())
        .filter(i -> mounts.get(i).options().subpath().isPresent())
        .mapToObj(i -> MountPlace.of(candidate.service(), i) + ".volume.subpath")
        .flatMap(p -> unless(SUBPATH, kind, Code.MOUNT_IMPOSSIBLE, candidate, p))
        .toList();
  }

  /** Who the container is in its domain. */
  List<Objection> credentials(NodeKind kind, Candidate candidate) {
    return candidate.service().container().execution().privileges().credentialSpec().stream()
        .map(c ->
            c.source() == CredentialSpec.Source.CONFIG
                ? Feature.SVC_CREDENTIAL_SPEC_CONFIG
                : Feature.SVC_CREDENTIAL_SPEC)
        .flatMap(f -> unless(f, kind, Code.PLACEMENT_NONE, candidate, "credential_spec"))
        .toList();
  }

  private Stream<Objection> unless(
      Feature feature, NodeKind kind, Code code, Candidate candidate, String path) {
    Verdict verdict = verdicts.of(feature, kind);
    return verdict.works()
        ? Stream.empty()
        : Stream.of(Objection.from(verdict, code, Exclusion.BY_NODE, candidate.place(path)));
  }
}
