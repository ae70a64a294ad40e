package dev.catamaran.cli;

import dev.catamaran.agent.Agent;
import dev.catamaran.agent.AgentSettings;
import dev.catamaran.model.Port;
import dev.catamaran.orchestrator.swarm.Swarm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The node daemon. */
@Command(name = "agent", description = "The daemon of a node: published ports, routes, facts.")
final class AgentCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Console console;

  AgentCommand(Console console) {
    this.console = console;
  }

  @Command(name = "run", description = "Run the agent of this node until it is stopped.")
  int run(
      @Mixin HostOptions engine,
      @Option(
              names = "--state",
              paramLabel = "DIR",
              description = "Where the last routes are kept (default: ${DEFAULT-VALUE}).",
              defaultValue = "/var/lib/catamaran")
          Path state,
      @Option(
              names = "--routes-port",
              paramLabel = "PORT",
              description =
                  "Where managers serve routes; the same on every node (default: ${DEFAULT-VALUE}).",
              defaultValue = "" + AgentSettings.ROUTES_PORT)
          int routesPort,
      @Option(
              names = "--status-port",
              paramLabel = "PORT",
              description = "Status on this host's loopback (default: ${DEFAULT-VALUE}).",
              defaultValue = "" + AgentSettings.STATUS_PORT)
          int statusPort)
      throws InterruptedException {
    oneLineLogs();
    var address = engine.engine(console.environment());
    try (var swarm = new Swarm(address);
        var agent = Agent.start(swarm, settings(state, routesPort, statusPort))) {
      console
          .err()
          .println(
              "agent of the node behind "
                  + address
                  + "; status at http:/"
                  + agent.statusAddress()
                  + "/status");
      var stop = new Thread(agent::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      agent.await();
      return ExitCode.DONE.number();
    } catch (UncheckedIOException e) {
      console.err().println("catamaran: the agent cannot start: " + e.getMessage());
      console.err().println("  try: `catamaran agent status`: perhaps one runs here already");
      return ExitCode.FAILED.number();
    }
  }

  /** One line a message, for journals; read when the first message is formatted. */
  private static void oneLineLogs() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT%1$tz %4$s %5$s%6$s%n");
  }

  private static AgentSettings settings(Path state, int routesPort, int statusPort) {
    PortNumbers.check("--routes-port", routesPort, Port.LOWEST);
    PortNumbers.check("--status-port", statusPort, Port.LOWEST);
    var usual = AgentSettings.forNode(state, VersionCommand.version());
    return new AgentSettings(
        usual.mesh(),
        new InetSocketAddress(usual.routes().getAddress(), routesPort),
        new InetSocketAddress(usual.status().getAddress(), statusPort),
        usual.state(),
        usual.poll(),
        usual.version());
  }

  @Command(name = "status", description = "Say how the agent of this node is, as JSON.")
  int status(
      @Option(
              names = "--status-port",
              paramLabel = "PORT",
              description = "Where it tells its status (default: ${DEFAULT-VALUE}).",
              defaultValue = "" + AgentSettings.STATUS_PORT)
          int port)
      throws InterruptedException {
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
