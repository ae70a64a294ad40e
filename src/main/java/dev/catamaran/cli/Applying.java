package dev.catamaran.cli;

import dev.catamaran.assembly.Session;
import dev.catamaran.model.ProjectName;
import dev.catamaran.orchestrator.Ending;
import dev.catamaran.orchestrator.Rollout;
import dev.catamaran.plan.Change;
import java.time.InstantSource;
import java.util.List;

/** Asks, applies and waits. */
final class Applying {
  private final Console console;
  private final ApplyOptions options;

  Applying(Console console, ApplyOptions options) {
    this.console = console;
    this.options = options;
  }

  /** What is applied, and where its ports will answer. */
  record Order(ProjectName project, List<Change> changes, List<String> published) {}

  ExitCode run(Session session, Order order) throws InterruptedException {
    boolean simulated = session.lab().isPresent();
    if (!order.changes().isEmpty()
        && !simulated
        && !options.agreed(console, "Apply these changes?")) {
      console.err().println("Nothing was changed.");
      return ExitCode.FAILED;
    }
    var rollout = new Rollout(session.swarm(), InstantSource.system(), new ProgressText(console));
    try (var _ =
        InterruptNotice.open(
            console,
            "Stopped before the end: what was said to be created stays; up again goes on.")) {
      rollout.apply(order.changes(), options.timeout());
      return options.detached()
          ? ExitCode.DONE
          : ended(rollout.await(order.project(), options.timeout()), order);
    }
  }

  private ExitCode ended(Ending ending, Order order) {
    return switch (ending) {
      case Ending.Converged _ -> {
        order.published().forEach(line -> console.out().println(line));
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
                    + options.timeout().toSeconds()
                    + " s; the engine goes on trying.");
        ProgressText.causes(console, unfinished);
        yield ExitCode.TIMED_OUT;
      }
    };
  }
}
