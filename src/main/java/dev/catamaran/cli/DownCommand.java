package dev.catamaran.cli;

import dev.catamaran.assembly.Session;
import dev.catamaran.assembly.Target;
import dev.catamaran.model.ProjectName;
import dev.catamaran.orchestrator.Rollout;
import dev.catamaran.plan.Diff;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Texts;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.time.InstantSource;

/** Removes what a project owns. */
final class DownCommand implements Command {
  private final Console console;
  private final Text name;
  private final Texts files;
  private final HostOptions engine;
  private final ApplyOptions apply;

  DownCommand(Usage usage, Console console) {
    this.console = console;
    name =
        usage.text(
            "-p, --project-name=NAME", "Name of the project; default: as up would name it here.");
    files = usage.texts("-f, --file=FILE", "Compose file whose project is meant");
    engine = new HostOptions(usage);
    apply = new ApplyOptions(usage);
  }

  @Override
  public int run() throws InterruptedException {
    apply.check();
    var project = project();
    var target = new Target.Engine(engine.engine(console));
    try (var session = Session.open(target, console.environment())) {
      var cluster = session.swarm().observe();
      var changes = Diff.removal(cluster, project);
      if (changes.isEmpty()) {
        console.out().println("Nothing of project " + project + " is here.");
        return ExitCode.DONE.number();
      }
      var text = new PlanText(console);
      changes.forEach(c -> text.change(c, console.out()));
      console.out().println(PlanText.summary(changes));
      if (!apply.agreed(console, "Remove these?")) {
        console.err().println("Nothing was changed.");
        return ExitCode.FAILED.number();
      }
      var rollout = new Rollout(session.swarm(), InstantSource.system(), new ProgressText(console));
      rollout.apply(changes, apply.timeout());
      boolean gone = apply.detached() || rollout.awaitGone(cluster, project, apply.timeout());
      return (gone ? ExitCode.DONE : ExitCode.TIMED_OUT).number();
    }
  }

  private ProjectName project() {
    try {
      return new ProjectName(
          name.value().orElseGet(() -> ProjectNames.ofHere(files.values(), console)));
    } catch (IllegalArgumentException e) {
      throw new UsageFailure(e.getMessage());
    }
  }
}
