package dev.catamaran.cli;

import dev.catamaran.finding.Outcome;
import dev.catamaran.plan.saved.SavedPlan;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Flag;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import java.nio.file.Path;

/** What would be done, with every reason; nothing is changed. */
final class PlanCommand implements Command {
  private final Console console;
  private final ProjectOptions project;
  private final EngineOptions engine;
  private final ImageOptions images;
  private final PlanningOptions planning;
  private final OutputOptions output;
  private final Flag detailed;
  private final Text out;

  PlanCommand(Usage usage, Console console) {
    this.console = console;
    project = new ProjectOptions(usage);
    engine = new EngineOptions(usage);
    images = new ImageOptions(usage);
    planning = new PlanningOptions(usage);
    output = new OutputOptions(usage);
    detailed =
        usage.flag(
            "--detailed-exitcode",
            "Exit with 2 where there are changes, with 0 where there are none.");
    out = usage.text("--out=FILE", "Save the plan, for `up FILE` to apply exactly that.");
  }

  @Override
  public int run() {
    return switch (Work.read(project, engine, images, console)) {
      case Outcome.Refused<Work.Input>(var findings) -> {
        if (output.json()) {
          output.print(console, PlanJson.refused(findings));
        } else {
          new FindingText(console).print(findings, console.err());
        }
        yield ExitCode.REFUSED.number();
      }
      case Outcome.Accepted<Work.Input>(var input, var _) -> {
        try (var session = Work.open(input, console)) {
          yield report(Work.plan(input, session, planning.settings()));
        }
      }
    };
  }

  private int report(Work.Result result) {
    if (output.json()) {
      output.print(console, PlanJson.document(result.plan(), result.changes()));
    } else {
      new FindingText(console).print(result.plan().findings(), console.err());
      new PlanText(console).print(result.plan(), result.changes(), console.out());
    }
    if (result.plan().refused() || !saved(result)) {
      return ExitCode.REFUSED.number();
    }
    return detailed.on() && !result.changes().isEmpty() ? ExitCode.CHANGES : ExitCode.DONE.number();
  }

  /** False where the plan holds what cannot be saved. */
  private boolean saved(Work.Result result) {
    if (!out.given()) {
      return true;
    }
    var file = Path.of(out.value().orElseThrow());
    return switch (SavedPlans.of(result)) {
      case Outcome.Accepted<SavedPlan>(var plan, var _) -> {
        SavedPlans.write(file, plan);
        console.err().println("Saved to " + file + "; apply it with: catamaran up " + file);
        yield true;
      }
      case Outcome.Refused<SavedPlan>(var findings) -> {
        new FindingText(console).print(findings, console.err());
        yield false;
      }
    };
  }
}
