package dev.catamaran.cli;

import dev.catamaran.assembly.Session;
import dev.catamaran.assembly.Target;
import dev.catamaran.model.ProjectName;
import dev.catamaran.orchestrator.Rollout;
import dev.catamaran.plan.Diff;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes what a project owns. */
@Command(
    name = "down",
    description =
        "Remove every service, network, config and secret of the project, also of a stack that docker deployed; volumes stay.")
final class DownCommand implements Callable<Integer> {
  @Option(
      names = {"-p", "--project-name"},
      paramLabel = "NAME",
      description = "Name of the project; default: as up would name it here.")
  private @Nullable String name;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "Compose file whose project is meant.")
  private java.util.List<String> files = new java.util.ArrayList<>();

  @Mixin private HostOptions engine = new HostOptions();
  @Mixin private ApplyOptions apply = new ApplyOptions();

  private final Console console;

  DownCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    apply.check();
    var project = project();
    var target = new Target.Engine(engine.engine(console.environment()));
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
      return new ProjectName(name == null ? ProjectNames.ofHere(files, console) : name);
    } catch (IllegalArgumentException e) {
      throw new UsageFailure(e.getMessage());
    }
  }
}
