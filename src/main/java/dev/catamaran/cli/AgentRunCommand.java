package dev.catamaran.cli;

import dev.catamaran.agent.Agent;
import dev.catamaran.agent.AgentSettings;
import dev.catamaran.mesh.PlaneChoice;
import dev.catamaran.model.Port;
import dev.catamaran.orchestrator.swarm.Swarm;
import dev.catamaran.usage.Choice;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.Whole;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** The node daemon, until it is stopped. */
final class AgentRunCommand implements Command {
  private static final String STATE = "/var/lib/catamaran";

  private final Console console;
  private final HostOptions engine;
  private final Text state;
  private final Choice<PlaneChoice> plane;
  private final Whole routesPort;
  private final Whole statusPort;

  AgentRunCommand(Usage usage, Console console) {
    this.console = console;
    engine = new HostOptions(usage);
    state = usage.text("--state=DIR", "Where the last routes are kept (default: " + STATE + ").");
    plane =
        usage.choice(
            "--plane=PLANE",
            PlaneChoice.AUTO,
            "What carries published ports: kernel (Linux, nftables), relay (this process), or auto,"
                + " which takes the kernel where it can (default).");
    routesPort =
        usage.whole(
            "--routes-port=PORT",
            AgentSettings.ROUTES_PORT,
            "Where managers serve routes; the same on every node");
    statusPort = statusPort(usage);
  }

  static Whole statusPort(Usage usage) {
    return usage.whole(
        "--status-port=PORT", AgentSettings.STATUS_PORT, "Status on this host's loopback");
  }

  @Override
  public int run() throws InterruptedException {
    oneLineLogs();
    var endpoint = engine.engine(console);
    try (var swarm = new Swarm(endpoint);
        var agent = Agent.start(swarm, settings())) {
      console
          .err()
          .println(
              "agent of the node behind "
                  + endpoint
                  + "; status at http:/"
                  + agent.statusAddress()
                  + "/status");
      var stop = new Thread(agent::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      agent.await();
      return ExitCode.DONE.number();
    } catch (PlaneChoice.CannotBeHad e) {
      console.err().println("catamaran: no kernel plane here: " + e.getMessage());
      console.err().println("  try: --plane auto, which takes the relay then");
      return ExitCode.FAILED.number();
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

  private AgentSettings settings() {
    PortNumbers.check("--routes-port", routesPort.value(), Port.LOWEST);
    PortNumbers.check("--status-port", statusPort.value(), Port.LOWEST);
    var usual =
        AgentSettings.forNode(Path.of(state.value().orElse(STATE)), VersionCommand.version());
    return new AgentSettings(
        usual.mesh(),
        plane.value(),
        new InetSocketAddress(usual.routes().getAddress(), routesPort.value()),
        new InetSocketAddress(usual.status().getAddress(), statusPort.value()),
        usual.state(),
        usual.poll(),
        usual.version());
  }
}
