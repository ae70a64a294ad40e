package dev.catamaran.cli;

import dev.catamaran.capability.HostAndImage;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Verdict;
import dev.catamaran.json.Json;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Flag;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.util.Optional;
import java.util.OptionalInt;

/** Will this image run on that host? Touches no engine. */
final class CompatCommand implements Command {
  private final Console console;
  private final Text hostOption;
  private final Text imageOption;
  private final Text engine;
  private final Flag client;
  private final OutputOptions output;
  private String host = "";
  private String image = "";

  CompatCommand(Usage usage, Console console) {
    this.console = console;
    hostOption =
        usage.text("--host=VERSION", "The host's Windows version, such as 10.0.20348.2700.");
    imageOption =
        usage.text(
            "--image=VERSION", "The image's os.version; \"\" where it has none; or linux/amd64.");
    engine = usage.text("--engine=VERSION", "The version of the host's engine.");
    client = usage.flag("--client", "The host is Windows 10 or 11.");
    output = new OutputOptions(usage);
  }

  @Override
  public int run() {
    host = needed(hostOption, "--host, the host's Windows version,");
    image = needed(imageOption, "--image, the image's os.version,");
    var facts =
        new NodeFacts(
            hostPlatform(),
            engine.value().map(CompatCommand::version),
            Optional.empty(),
            Optional.of(true));
    print(HostAndImage.judge(Matrix.load(), facts, client.on(), imagePlatform()));
    return ExitCode.DONE.number();
  }

  private static String needed(Text option, String what) {
    return option.value().orElseThrow(() -> new UsageFailure(what + " is missing"));
  }

  private Platform hostPlatform() {
    return OsVersion.parse(host)
        .map(v -> windows(Optional.of(v)))
        .or(() -> Platform.parse(host))
        .filter(p -> p.os() != Os.WINDOWS || p.osVersion().isPresent())
        .orElseThrow(() ->
            new UsageFailure(
                "--host \"" + host + "\" is no Windows version such as 10.0.20348.2700"));
  }

  /** As containerd reads it: no version matches every host, and an unreadable one none. */
  private Platform imagePlatform() {
    if (image.isBlank()) {
      return windows(Optional.empty());
    }
    var platform = Platform.parse(image.equals("linux") ? "linux/amd64" : image);
    return platform.orElseGet(() ->
        windows(
            Optional.of(
                OsVersion.parse(image).orElse(new OsVersion(0, 0, 0, OptionalInt.empty())))));
  }

  private static Platform windows(Optional<OsVersion> version) {
    return new Platform(Os.WINDOWS, "amd64", Optional.empty(), version);
  }

  static EngineVersion version(String text) {
    return EngineVersion.parse(text)
        .orElseThrow(() -> new UsageFailure("\"" + text + "\" is no version such as 27.0.3"));
  }

  private void print(HostAndImage answer) {
    if (output.json()) {
      output.print(
          console,
          FindingJson.versioned()
              .with("process", json(answer.process(), "process isolation"))
              .with("hyperv", json(answer.hyperv(), "Hyper-V isolation"))
              .with("chosen", answer.chosen().name()));
      return;
    }
    console.out().print(text("process", answer.process(), "process isolation"));
    console.out().print(text("hyperv", answer.hyperv(), "Hyper-V isolation"));
    console.out().println("chosen   " + answer.chosen());
  }

  private Json.Obj json(Verdict verdict, String isolation) {
    return VerdictJson.of(verdict).with("reason", reason(verdict, isolation));
  }

  private String text(String name, Verdict verdict, String isolation) {
    var lines = new StringBuilder();
    lines.append(String.format("%-8s %-4s %s%n", name, verdict.word(), reason(verdict, isolation)));
    VerdictJson.way(verdict)
        .ifPresent(w -> lines.append("              try: ").append(w).append('\n'));
    return lines.append("              source: ").append(verdict.source()).append('\n').toString();
  }

  /** A yes says what it rests on, and what else the host has to have. */
  private String reason(Verdict verdict, String isolation) {
    if (!(verdict instanceof Verdict.Yes)) {
      return verdict.reason();
    }
    var pair =
        image.isBlank()
            ? "an image without os.version starts on every Windows"
            : "image " + image + " starts on host " + host + " in " + isolation;
    return pair + (isolation.startsWith("Hyper-V") ? hyperVNeeds() : clientNeeds());
  }

  private String hyperVNeeds() {
    var role =
        "; the host needs the Hyper-V role (in a virtual machine: with nested virtualisation) and the"
            + " image a utility VM, as nanoserver and servercore have";
    return engine.value().map(CompatCommand::version).stream()
            .anyMatch(e -> !e.atLeast(new EngineVersion("17.12")))
        ? role + "; a Swarm service can ask for it from engine 17.12 on"
        : role;
  }

  private String clientNeeds() {
    return client.on()
        ? "; on a client for development and tests, and only if asked for: it takes Hyper-V"
            + " isolation by default"
        : "";
  }
}
