package dev.catamaran.cli;

import dev.catamaran.assembly.Session;
import dev.catamaran.finding.Outcome;
import dev.catamaran.orchestrator.Ending;
import dev.catamaran.orchestrator.Rollout;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Usage;
import java.time.InstantSource;

/** Plans, asks, applies and waits. */
final class UpCommand implements Command {
  private final Console console;
  private final ProjectOptions project;
  private final EngineOptions engine;
  private final ImageOptions images;
  private final PlanningOptions planning;
  private final ApplyOptions apply;

  UpCommand(Usage usage, Console console) {
    this.console = console;
    project = new ProjectOptions(usage);
    engine = new EngineOptions(usage);
    images = new ImageOptions(usage);
    planning = new PlanningOptions(usage);
    apply = new ApplyOptions(usage);
  }

  @Override
  public int run() throws InterruptedException {
    apply.check();
    return switch (Work.read(project, engine, images, console)) {
      case Outcome.Refused<Work.Input>(var findings) -> {
        new FindingText(console).print(findings, console.err());
        yield ExitCode.REFUSED.number();
      }
      case Outcome.Accepted<Work.Input>(var input, var _) -> {
        try (var session = Work.open(input, console)) {
          yield carryOut(session, Work.plan(input, session, planning.settings())).number();
        }
      }
    };
  }

  private ExitCode carryOut(Session session, Work.Result result) throws InterruptedException {
    new FindingText(console).print(result.plan().findings(), console.err());
    new PlanText(console).print(result.plan(), result.changes(), console.out());
    if (result.plan().refused()) {
      return ExitCode.REFUSED;
    }
    boolean simulated = session.lab().isPresent();
    if (!result.changes().isEmpty()
        && !simulated
        && !apply.agreed(console, "Apply these changes?")) {
      console.err().println("Nothing was changed.");
      return ExitCode.FAILED;
    }
    var rollout = new Rollout(session.swarm(), InstantSource.system(), new ProgressText(console));
    var code = applied(rollout, result);
    if (code == ExitCode.DONE && simulated && !apply.detached()) {
      return new Probe(console, session.lab().orElseThrow())
          .everyPort(session.swarm(), result.plan());
    }
    return code;
  }

  private ExitCode applied(Rollout rollout, Work.Result result) throws InterruptedException {
    try (var _ =
        InterruptNotice.open(
            console,
            "Stopped before the end: what was said to be created stays; up again goes on.")) {
      rollout.apply(result.changes(), apply.timeout());
      return apply.detached()
          ? ExitCode.DONE
          : ended(rollout.await(result.plan().project(), apply.timeout()), result);
    }
  }

  private ExitCode ended(Ending ending, Work.Result result) {
    return switch (ending) {
      case Ending.Converged _ -> {
        PlanText.published(result.plan()).forEach(line -> console.out().println(line));
        yield ExitCode.DONE;
      }
      case Ending.Failed(var failing) -> {
        console.err().println("Failed: these services cannot get there by themselves.");
        ProgressText.causes(console, failing);
        yield ExitCode.FAILED;
      }
      case Ending.TimedOut(var unfinished) -> {
        console
            .err()
            .println(
                "Timed out after "
                    + apply.timeout().toSeconds()
                    + " s; the engine goes on trying.");
        ProgressText.causes(console, unfinished);
        yield ExitCode.TIMED_OUT;
      }
    };
  }
}
