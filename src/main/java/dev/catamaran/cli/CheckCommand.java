package dev.catamaran.cli;

import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.plan.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Findings only; nothing is changed. */
@Command(
    name = "check",
    description = "Say what would not work on this cluster, and why; change nothing.")
final class CheckCommand implements Callable<Integer> {
  @Mixin private ProjectOptions project = new ProjectOptions();
  @Mixin private EngineOptions engine = new EngineOptions();
  @Mixin private ImageOptions images = new ImageOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  private final Console console;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return switch (Work.read(project, engine, images, console)) {
      case Outcome.Refused<Work.Input>(var findings) -> report(findings);
      case Outcome.Accepted<Work.Input>(var input, var _) -> {
        try (var session = Work.open(input, console)) {
          yield report(Work.plan(input, session, Settings.DEFAULT).plan().findings());
        }
      }
    };
  }

  private int report(List<Finding> findings) {
    if (output.json()) {
      output.print(console, FindingJson.document(findings));
    } else {
      new FindingText(console).print(findings, console.out());
      if (findings.isEmpty()) {
        console.out().println("Nothing stands in the way.");
      }
    }
    boolean refused = findings.stream().anyMatch(Finding::refuses);
    return (refused ? ExitCode.REFUSED : ExitCode.DONE).number();
  }
}
