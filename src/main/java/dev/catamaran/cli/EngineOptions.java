package dev.catamaran.cli;

import dev.catamaran.assembly.Target;
import dev.catamaran.files.InputFile;
import dev.catamaran.finding.Outcome;
import dev.catamaran.lab.LabFile;
import dev.catamaran.orchestrator.swarm.EngineAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which engine, or which lab. */
final class EngineOptions {
  private static final String DEFAULT_SOCKET = "unix:///var/run/docker.sock";

  @Option(
      names = {"-H", "--host"},
      paramLabel = "URL",
      description = "Docker engine, a Swarm manager: unix:///path or tcp://host:port.")
  private @Nullable String host;

  @Option(
      names = "--lab",
      paramLabel = "FILE",
      description = "Start this simulated cluster for the time of the command, and use it.")
  private @Nullable Path lab;

  /** The lab's findings where its file is wrong; a usage error where both are given. */
  Outcome<Target> target(Map<String, String> environment) {
    if (lab != null && host != null) {
      throw new UsageFailure("--host and --lab exclude each other: aim at an engine or at a lab");
    }
    return lab == null
        ? Outcome.of(new Target.Engine(engine(environment)))
        : InputFile.read(lab)
            .then(bytes -> LabFile.read(String.valueOf(lab), bytes))
            .then(file -> Outcome.of(new Target.OwnLab(file, 0)));
  }

  EngineAddress engine(Map<String, String> environment) {
    var text =
        Optional.ofNullable(host)
            .or(() -> Optional.ofNullable(environment.get("DOCKER_HOST")).filter(h -> !h.isBlank()))
            .orElse(DEFAULT_SOCKET);
    try {
      return EngineAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageFailure(e.getMessage());
    }
  }
}
