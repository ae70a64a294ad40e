package dev.catamaran.cli;

import dev.catamaran.assembly.Session;
import dev.catamaran.assembly.Target;
import dev.catamaran.files.InputFile;
import dev.catamaran.finding.Outcome;
import dev.catamaran.lab.LabFile;
import dev.catamaran.lab.LabNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Simulated clusters. */
@Command(name = "lab", description = "Simulated clusters, to rehearse on.")
final class LabCommand {
  private final Console console;

  LabCommand(Console console) {
    this.console = console;
  }

  @Command(
      name = "run",
      description =
          "Start a simulated cluster and serve the Docker Engine API on loopback until Ctrl-C.")
  int run(
      @Parameters(paramLabel = "FILE", description = "Lab file.") Path file,
      @Option(
              names = "--port",
              paramLabel = "PORT",
              description = "Port of the API on 127.0.0.1 (default: any free one).",
              defaultValue = "0")
          int port)
      throws InterruptedException {
    PortNumbers.check("--port", port, 0);
    var read = InputFile.read(file).then(b -> LabFile.read(file.toString(), b));
    return switch (read) {
      case Outcome.Refused<LabFile>(var findings) -> {
        new FindingText(console).print(findings, console.err());
        yield ExitCode.REFUSED.number();
      }
      case Outcome.Accepted<LabFile>(var lab, var findings) -> {
        new FindingText(console).print(findings, console.err());
        try (var session = Session.open(new Target.OwnLab(lab, port), console.environment())) {
          var running = session.lab().orElseThrow();
          announce(running.endpoint(), running.nodes());
          new CountDownLatch(1).await();
        } catch (UncheckedIOException e) {
          console.err().println("catamaran: " + e.getMessage());
          console.err().println("  try: another --port, or none for any free one");
          yield ExitCode.FAILED.number();
        }
        yield ExitCode.DONE.number();
      }
    };
  }

  private void announce(String endpoint, List<LabNode> nodes) {
    console.out().println("SIMULATED cluster at " + endpoint);
    var table = new Table("NODE", "ADDRESS", "ITS OWN LOCALHOST");
    nodes.forEach(n ->
        table.row(n.name().text(), n.address().getHostAddress(), n.localhost().getHostAddress()));
    console.out().print(table.text());
    console.out().println();
    console.out().println("try: docker -H " + endpoint + " node ls");
    console.out().println("     catamaran -H " + endpoint + " nodes");
    console.out().println("Ctrl-C ends it.");
    console.out().flush();
  }
}
