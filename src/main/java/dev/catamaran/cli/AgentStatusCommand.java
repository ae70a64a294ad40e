package dev.catamaran.cli;

import dev.catamaran.model.Port;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.Whole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** How the agent of this node is, as it tells itself. */
final class AgentStatusCommand implements Command {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Console console;
  private final Whole statusPort;

  AgentStatusCommand(Usage usage, Console console) {
    this.console = console;
    statusPort = AgentRunCommand.statusPort(usage);
  }

  @Override
  public int run() throws InterruptedException {
    int port = statusPort.value();
    PortNumbers.check("--status-port", port, Port.LOWEST);
    var uri =
        URI.create(
            "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + "/status");
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
      console.out().println(answer.body().strip());
      return ExitCode.DONE.number();
    } catch (IOException e) {
      console.err().println("catamaran: no agent answers at " + uri);
      console.err().println("  try: catamaran agent run");
      return ExitCode.FAILED.number();
    }
  }
}
