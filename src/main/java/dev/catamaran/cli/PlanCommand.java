package dev.catamaran.cli;

import dev.catamaran.finding.Outcome;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Flag;
import dev.catamaran.usage.Usage;

/** What would be done, with every reason; nothing is changed. */
final class PlanCommand implements Command {
  private final Console console;
  private final ProjectOptions project;
  private final EngineOptions engine;
  private final ImageOptions images;
  private final PlanningOptions planning;
  private final OutputOptions output;
  private final Flag detailed;

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
    if (result.plan().refused()) {
      return ExitCode.REFUSED.number();
    }
    return detailed.on() && !result.changes().isEmpty() ? ExitCode.CHANGES : ExitCode.DONE.number();
  }
}
