package dev.catamaran.cli;

import dev.catamaran.files.InputFile;
import dev.catamaran.files.OutputFile;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.plan.saved.Basis;
import dev.catamaran.plan.saved.PlanFile;
import dev.catamaran.plan.saved.SavedPlan;
import dev.catamaran.spec.Content;
import dev.catamaran.usage.UsageFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Plans on disk: what {@code plan --out} writes and {@code up PLANFILE} reads. */
final class SavedPlans {
  private SavedPlans() {}

  /** The plan with what it rests on; refused where a secret could not be read again. */
  static Outcome<SavedPlan> of(Work.Result result) {
    var project = result.plan().project();
    return SavedPlan.of(
        project,
        Basis.of(result.cluster(), project, result.changes()),
        result.changes(),
        PlanText.published(result.plan()));
  }

  /** Whole or not at all; only the owner may read it, since it holds environments of services. */
  static void write(Path file, SavedPlan plan) {
    var text = PlanFile.write(plan, PlanText.summary(plan.changes())) + "\n";
    OutputFile.writeForOwner(file, text)
        .ifPresent(trouble -> {
          throw new UsageFailure(trouble);
        });
  }

  /** A usage error where the file is no plan that can be applied. */
  static SavedPlan read(String file) {
    var bytes =
        switch (InputFile.read(Path.of(file))) {
          case Outcome.Accepted<byte[]>(var read, var _) -> read;
          case Outcome.Refused<byte[]>(var findings) ->
              throw new UsageFailure(findings.getFirst().message());
        };
    try {
      return PlanFile.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      var compose = file.endsWith(".yaml") || file.endsWith(".yml");
      throw new UsageFailure(
          file + ": " + e.getMessage() + (compose ? "; a Compose file is named with -f" : ""));
    }
  }

  /** Nothing where the cluster is as it was. */
  static List<Finding> moved(SavedPlan plan, Basis now) {
    var moved = plan.basis().moved(now);
    return moved.isEmpty()
        ? List.of()
        : List.of(
            Finding.error(Code.PLAN_MOVED, "the cluster is not what it was when the plan was saved")
                .because(moved)
                .tryThis("plan again: catamaran plan --out FILE"));
  }

  /** What a secret's place holds now. */
  static Optional<byte[]> content(Content.Origin origin, Console console) {
    return switch (origin.kind()) {
      case ENVIRONMENT ->
          Optional.ofNullable(console.environment().get(origin.name()))
              .map(v -> v.getBytes(StandardCharsets.UTF_8));
      case FILE ->
          InputFile.read(Path.of(origin.name())) instanceof Outcome.Accepted<byte[]>(var b, var _)
              ? Optional.of(b)
              : Optional.empty();
    };
  }
}
