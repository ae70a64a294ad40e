package dev.catamaran.cli;

import dev.catamaran.assembly.ImageSources;
import dev.catamaran.assembly.Session;
import dev.catamaran.assembly.Target;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.plan.Change;
import dev.catamaran.plan.saved.Basis;
import dev.catamaran.plan.saved.SavedPlan;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.util.List;

/** Plans, asks, applies and waits; or applies a plan that was saved. */
final class UpCommand implements Command {
  private final Console console;
  private final ProjectOptions project;
  private final EngineOptions engine;
  private final ImageOptions images;
  private final PlanningOptions planning;
  private final ApplyOptions apply;
  private final Text saved;

  UpCommand(Usage usage, Console console) {
    this.console = console;
    project = new ProjectOptions(usage);
    engine = new EngineOptions(usage);
    images = new ImageOptions(usage);
    planning = new PlanningOptions(usage);
    apply = new ApplyOptions(usage);
    saved =
        usage.optionalOperand(
            "PLANFILE",
            "Apply exactly this plan, which `plan --out` saved, unless the cluster moved since.");
  }

  @Override
  public int run() throws InterruptedException {
    apply.check();
    if (saved.given()) {
      return upSaved(SavedPlans.read(saved.value().orElseThrow())).number();
    }
    return switch (Work.read(project, engine, images, console)) {
      case Outcome.Refused<Work.Input>(var findings) -> refused(findings).number();
      case Outcome.Accepted<Work.Input>(var input, var _) -> {
        try (var session = Work.open(input, console)) {
          yield carryOut(session, Work.plan(input, session, planning.settings())).number();
        }
      }
    };
  }

  private ExitCode refused(List<Finding> findings) {
    new FindingText(console).print(findings, console.err());
    return ExitCode.REFUSED;
  }

  private ExitCode carryOut(Session session, Work.Result result) throws InterruptedException {
    new FindingText(console).print(result.plan().findings(), console.err());
    new PlanText(console).print(result.plan(), result.changes(), console.out());
    if (result.plan().refused()) {
      return ExitCode.REFUSED;
    }
    var work =
        new Applying.Order(
            result.plan().project(), result.changes(), PlanText.published(result.plan()));
    var code = new Applying(console, apply).run(session, work);
    if (code == ExitCode.DONE && session.lab().isPresent() && !apply.detached()) {
      return new Probe(console, session.lab().orElseThrow())
          .everyPort(session.swarm(), result.plan());
    }
    return code;
  }

  private ExitCode upSaved(SavedPlan plan) throws InterruptedException {
    if (project.given() || images.given()) {
      throw new UsageFailure(
          "a saved plan holds the whole project: give either PLANFILE or the options of a project");
    }
    return switch (engine.target(console)) {
      case Outcome.Refused<Target>(var findings) -> refused(findings);
      case Outcome.Accepted<Target>(var target, var _) -> {
        try (var session = Session.open(target, console.environment(), ImageSources.USUAL)) {
          yield upSaved(plan, session);
        }
      }
    };
  }

  private ExitCode upSaved(SavedPlan plan, Session session) throws InterruptedException {
    var now = Basis.of(session.swarm().observe(), plan.project(), plan.changes());
    var moved = SavedPlans.moved(plan, now);
    if (!moved.isEmpty()) {
      return refused(moved);
    }
    return switch (plan.filled(o -> SavedPlans.content(o, console))) {
      case Outcome.Refused<List<Change>>(var findings) -> refused(findings);
      case Outcome.Accepted<List<Change>>(var changes, var _) -> {
        new PlanText(console).print(changes, console.out());
        yield new Applying(console, apply)
            .run(session, new Applying.Order(plan.project(), changes, plan.published()));
      }
    };
  }
}
