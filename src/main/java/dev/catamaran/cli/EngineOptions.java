package dev.catamaran.cli;

import dev.catamaran.assembly.Target;
import dev.catamaran.files.InputFile;
import dev.catamaran.finding.Outcome;
import dev.catamaran.lab.LabFile;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which engine, or which lab. */
final class EngineOptions {
  @Mixin private HostOptions host = new HostOptions();

  @Option(
      names = "--lab",
      paramLabel = "FILE",
      description = "Start this simulated cluster for the time of the command, and use it.")
  private @Nullable Path lab;

  /** The lab's findings where its file is wrong; a usage error where both are given. */
  Outcome<Target> target(Map<String, String> environment) {
    if (lab != null && host.given()) {
      throw new UsageFailure("--host and --lab exclude each other: aim at an engine or at a lab");
    }
    return lab == null
        ? Outcome.of(new Target.Engine(host.engine(environment)))
        : InputFile.read(lab)
            .then(bytes -> LabFile.read(String.valueOf(lab), bytes))
            .then(file -> Outcome.of(new Target.OwnLab(file, 0)));
  }
}
