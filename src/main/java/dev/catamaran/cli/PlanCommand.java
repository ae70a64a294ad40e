package dev.catamaran.cli;

import dev.catamaran.finding.Outcome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What would be done, with every reason; nothing is changed. */
@Command(
    name = "plan",
    description = "Show where everything would run and what would change, with the reasons.")
final class PlanCommand implements Callable<Integer> {
  @Mixin private ProjectOptions project = new ProjectOptions();
  @Mixin private EngineOptions engine = new EngineOptions();
  @Mixin private ImageOptions images = new ImageOptions();
  @Mixin private PlanningOptions planning = new PlanningOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--detailed-exitcode",
      description = "Exit with 2 where there are changes, with 0 where there are none.")
  private boolean detailed;

  private final Console console;

  PlanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
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
    return detailed && !result.changes().isEmpty() ? ExitCode.CHANGES : ExitCode.DONE.number();
  }
}
