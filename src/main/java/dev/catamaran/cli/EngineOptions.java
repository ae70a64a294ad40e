package dev.catamaran.cli;

import dev.catamaran.assembly.Target;
import dev.catamaran.files.InputFile;
import dev.catamaran.finding.Outcome;
import dev.catamaran.lab.LabFile;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.nio.file.Path;

/** Which engine, or which lab. */
final class EngineOptions {
  private final HostOptions host;
  private final Text lab;

  EngineOptions(Usage usage) {
    host = new HostOptions(usage);
    lab =
        usage.text(
            "--lab=FILE", "Start this simulated cluster for the time of the command, and use it.");
  }

  /** Whether anything was aimed at by an option. */
  boolean given() {
    return host.given() || lab.given();
  }

  /** The lab's findings where its file is wrong; a usage error where both are given. */
  Outcome<Target> target(Console console) {
    if (lab.given() && host.given()) {
      throw new UsageFailure(
          "--host, --context and --lab exclude each other: aim at an engine or at a lab");
    }
    return lab.value()
        .map(Path::of)
        .map(EngineOptions::lab)
        .orElseGet(() -> Outcome.of(new Target.Engine(host.engine(console))));
  }

  private static Outcome<Target> lab(Path path) {
    return InputFile.read(path)
        .then(bytes -> LabFile.read(path.toString(), bytes))
        .then(file -> Outcome.of(new Target.OwnLab(file, 0)));
  }
}
