package dev.catamaran.cli;

import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.plan.Settings;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Usage;
import java.util.List;

/** Findings only; nothing is changed. */
final class CheckCommand implements Command {
  private final Console console;
  private final ProjectOptions project;
  private final EngineOptions engine;
  private final ImageOptions images;
  private final OutputOptions output;

  CheckCommand(Usage usage, Console console) {
    this.console = console;
    project = new ProjectOptions(usage);
    engine = new EngineOptions(usage);
    images = new ImageOptions(usage);
    output = new OutputOptions(usage);
  }

  @Override
  public int run() {
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
