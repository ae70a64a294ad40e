package dev.catamaran.cli;

import dev.catamaran.assembly.Session;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.plan.Planner;
import dev.catamaran.plan.whatif.Question;
import dev.catamaran.plan.whatif.WhatIf;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Usage;
import java.util.List;

/** What would be otherwise on another cluster, and in which order to get there. */
final class WhatIfCommand implements Command {
  private final Console console;
  private final ProjectOptions project;
  private final EngineOptions engine;
  private final ImageOptions images;
  private final PlanningOptions planning;
  private final SuppositionOptions supposed;
  private final OutputOptions output;

  WhatIfCommand(Usage usage, Console console) {
    this.console = console;
    project = new ProjectOptions(usage);
    engine = new EngineOptions(usage);
    images = new ImageOptions(usage);
    planning = new PlanningOptions(usage);
    supposed = new SuppositionOptions(usage);
    output = new OutputOptions(usage);
  }

  @Override
  public int run() {
    supposed.check();
    return switch (Work.read(project, engine, images, console)) {
      case Outcome.Refused<Work.Input>(var findings) -> refused(findings).number();
      case Outcome.Accepted<Work.Input>(var input, var _) -> {
        try (var session = Work.open(input, console)) {
          yield answer(input, session).number();
        }
      }
    };
  }

  private ExitCode refused(List<Finding> findings) {
    if (output.json()) {
      output.print(console, FindingJson.document(findings));
    } else {
      new FindingText(console).print(findings, console.err());
    }
    return ExitCode.REFUSED;
  }

  /** The answer is a refusal where the project could not be planned there any more. */
  private ExitCode answer(Work.Input input, Session session) {
    var cluster = session.swarm().survey();
    var suppositions = supposed.of(cluster);
    var question =
        new Question(
            new Planner(session.matrix(), planning.settings()),
            input.project(),
            session.platforms(Work.images(input.project())));
    var whatIf = WhatIf.of(question, cluster, suppositions);
    if (output.json()) {
      output.print(console, WhatIfJson.document(suppositions, whatIf));
    } else {
      new WhatIfText(console).print(suppositions, whatIf);
    }
    return whatIf.breaks().stream().anyMatch(Finding::refuses) ? ExitCode.REFUSED : ExitCode.DONE;
  }
}
