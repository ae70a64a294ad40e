package dev.catamaran.cli;

import dev.catamaran.assembly.ImageSources;
import dev.catamaran.assembly.Session;
import dev.catamaran.assembly.Target;
import dev.catamaran.compose.Project;
import dev.catamaran.files.ProjectFiles;
import dev.catamaran.files.Request;
import dev.catamaran.finding.Outcome;
import dev.catamaran.lab.LabFile;
import dev.catamaran.orchestrator.Ending;
import dev.catamaran.orchestrator.Rollout;
import dev.catamaran.plan.Settings;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Flag;
import dev.catamaran.usage.Usage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The sixty-second tour. */
final class DemoCommand implements Command {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String COMPOSE = "/examples/shop/compose.yaml";
  private static final String CLUSTER_OF_2017 = "/examples/lab-2017.yaml";
  private static final String CLUSTER_OF_TODAY = "/examples/lab-today.yaml";

  private final Console console;
  private final Flag once;
  private final Flag today;

  DemoCommand(Usage usage, Console console) {
    this.console = console;
    once = usage.flag("--once", "End after the answers instead of keeping the lab up.");
    today = usage.flag("--today", "On a cluster of today instead of one of 2017.");
  }

  @Override
  public int run() throws InterruptedException {
    var file = today.on() ? CLUSTER_OF_TODAY : CLUSTER_OF_2017;
    var lab = require(LabFile.read(file.substring(1), resource(file)));
    var project = require(project());
    try (var session = Session.open(new Target.OwnLab(lab, 0), console.environment())) {
      var out = console.out();
      heading("1. A simulated cluster, " + lab.name() + " (no Docker is touched)");
      new NodesCommand(new Usage(), console)
          .print(session.swarm().observe().nodes(), session.matrix());
      heading("2. A plain Compose file, " + COMPOSE.substring(1));
      out.print(new String(resource(COMPOSE), java.nio.charset.StandardCharsets.UTF_8));
      heading("3. The plan, with its reasons");
      var result =
          Work.plan(
              new Work.Input(project, new Target.OwnLab(lab, 0), ImageSources.USUAL, List.of()),
              session,
              Settings.DEFAULT);
      new FindingText(console).print(result.plan().findings(), console.err());
      new PlanText(console).print(result.plan(), result.changes(), out);
      if (result.plan().refused()) {
        return ExitCode.REFUSED.number();
      }
      heading("4. Applied to the engine");
      out.flush();
      var rollout = new Rollout(session.swarm(), InstantSource.system(), new ProgressText(console));
      rollout.apply(result.changes(), PATIENCE);
      if (!(rollout.await(project.name(), PATIENCE) instanceof Ending.Converged)) {
        console.err().println("The demo's services did not start; this is a bug of ours.");
        return ExitCode.FAILED.number();
      }
      heading("5. The published port, asked through every node");
      var code =
          new Probe(console, session.lab().orElseThrow()).everyPort(session.swarm(), result.plan());
      if (!once.on() && code == ExitCode.DONE) {
        stay(session);
      }
      return code.number();
    }
  }

  private void stay(Session session) throws InterruptedException {
    var endpoint = session.lab().orElseThrow().endpoint();
    heading("The lab stays up until Ctrl-C");
    console.out().println("try: docker -H " + endpoint + " stack services shop");
    console.out().println("     catamaran ps -H " + endpoint);
    session
        .lab()
        .orElseThrow()
        .nodes()
        .forEach(n ->
            console
                .out()
                .println(
                    "     curl http://" + n.address().getHostAddress() + ":8080/   # " + n.name()));
    console.out().flush();
    new CountDownLatch(1).await();
  }

  private void heading(String text) {
    console.out().println();
    console.out().println(console.paint(Console.Colour.BOLD, "== " + text));
    console.out().println();
    console.out().flush();
  }

  private Outcome<Project> project() {
    return ProjectFiles.load(
        new Request(
            List.of("-"),
            List.of(),
            Optional.of("shop"),
            Optional.empty(),
            Map.of(),
            stream(COMPOSE),
            Set.of(),
            Optional.empty(),
            true));
  }

  private <T> T require(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(var value, var _) -> value;
      case Outcome.Refused<T>(var findings) ->
          throw new IllegalStateException("our own example is refused: " + findings);
    };
  }

  private static byte[] resource(String path) {
    try (var in = stream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream stream(String path) {
    var in = DemoCommand.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException("the program was packed without " + path);
    }
    return in;
  }
}
