package dev.catamaran.plan.storage;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import java.util.List;
import java.util.Optional;

/** What the matrix says of any node of an operating system. */
record Knowledge(Matrix matrix) {
  /** Where a system lacks a feature whatever its version. */
  Optional<Fault> lacks(Os os, String feature, String path, String detail) {
    var any =
        new NodeFacts(
            Platform.of(os, "x86_64"), Optional.empty(), Optional.empty(), Optional.empty());
    return matrix.judge(new Feature(feature), any) instanceof Verdict.No no
        ? Optional.of(
            new Fault(
                Code.MOUNT_IMPOSSIBLE,
                path,
                no.reason() + detail,
                List.of(no.wayOut()),
                Optional.of(no.source())))
        : Optional.empty();
  }
}
