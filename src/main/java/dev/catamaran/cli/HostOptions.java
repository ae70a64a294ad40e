package dev.catamaran.cli;

import dev.catamaran.orchestrator.swarm.EngineAddress;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.util.Map;
import java.util.Optional;

/** Which engine. What docker's variables ask for and we cannot do yet is said, not passed over. */
final class HostOptions {
  private static final String DEFAULT_SOCKET = "unix:///var/run/docker.sock";

  private final Text host;

  HostOptions(Usage usage) {
    host =
        usage.text(
            "-H, --host=URL",
            "Docker engine: unix:///path or tcp://host:port (default: DOCKER_HOST, else the local"
                + " socket).");
  }

  boolean given() {
    return host.given();
  }

  EngineAddress engine(Map<String, String> environment) {
    var text =
        host.value()
            .or(() -> variable(environment, "DOCKER_HOST"))
            .orElseGet(() -> usual(environment));
    try {
      var address = EngineAddress.parse(text);
      if (address instanceof EngineAddress.Tcp
          && variable(environment, "DOCKER_TLS_VERIFY").isPresent()) {
        throw new UsageFailure(
            "DOCKER_TLS_VERIFY is set, and TLS to engines is not supported yet: unset it to talk"
                + " to "
                + address
                + " in the clear, or use a unix socket");
      }
      return address;
    } catch (IllegalArgumentException e) {
      throw new UsageFailure(e.getMessage());
    }
  }

  private static String usual(Map<String, String> environment) {
    var context = variable(environment, "DOCKER_CONTEXT").filter(c -> !c.equals("default"));
    if (context.isPresent()) {
      throw new UsageFailure(
          "DOCKER_CONTEXT is "
              + context.get()
              + ", and docker contexts are not supported yet: name the engine with --host");
    }
    return DEFAULT_SOCKET;
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
  }
}
