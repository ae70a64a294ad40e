package dev.catamaran.cli;

import dev.catamaran.assembly.Session;
import dev.catamaran.assembly.Target;
import dev.catamaran.files.InputFile;
import dev.catamaran.finding.Outcome;
import dev.catamaran.lab.LabFile;
import dev.catamaran.lab.LabNode;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.Whole;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Keeps a simulated cluster up. */
final class LabRunCommand implements Command {
  private final Console console;
  private final Text path;
  private final Whole port;

  LabRunCommand(Usage usage, Console console) {
    this.console = console;
    path = usage.operand("FILE", "Lab file.");
    port = usage.whole("--port=PORT", 0, "Port of the API on 127.0.0.1; 0 is any free one");
  }

  @Override
  public int run() throws InterruptedException {
    var file = Path.of(path.value().orElseThrow());
    PortNumbers.check("--port", port.value(), 0);
    var read = InputFile.read(file).then(b -> LabFile.read(file.toString(), b));
    return switch (read) {
      case Outcome.Refused<LabFile>(var findings) -> {
        new FindingText(console).print(findings, console.err());
        yield ExitCode.REFUSED.number();
      }
      case Outcome.Accepted<LabFile>(var lab, var findings) -> {
        new FindingText(console).print(findings, console.err());
        try (var session =
            Session.open(new Target.OwnLab(lab, port.value()), console.environment())) {
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
