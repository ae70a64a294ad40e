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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Will this image run on that host? Touches no engine. */
@Command(
    name = "compat",
    description = "Say whether an image of one Windows build runs on a host of another.")
final class CompatCommand implements Callable<Integer> {
  @Option(
      names = "--host",
      required = true,
      paramLabel = "VERSION",
      description = "The host's Windows version, such as 10.0.20348.2700.")
  private String host = "";

  @Option(
      names = "--image",
      required = true,
      paramLabel = "VERSION",
      description = "The image's os.version; \"\" where it has none; or linux/amd64.")
  private String image = "";

  @Option(names = "--engine", paramLabel = "VERSION", description = "The host's engine.")
  private @org.jspecify.annotations.Nullable String engine;

  @Option(names = "--client", description = "The host is Windows 10 or 11.")
  private boolean client;

  @Mixin private OutputOptions output = new OutputOptions();

  private final Console console;

  CompatCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var facts =
        new NodeFacts(
            hostPlatform(),
            Optional.ofNullable(engine).map(CompatCommand::version),
            Optional.empty(),
            Optional.of(true));
    print(HostAndImage.judge(Matrix.load(), facts, client, imagePlatform()));
    return ExitCode.DONE.number();
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
    return Optional.ofNullable(engine).map(CompatCommand::version).stream()
            .anyMatch(e -> !e.atLeast(new EngineVersion("17.12")))
        ? role + "; a Swarm service can ask for it from engine 17.12 on"
        : role;
  }

  private String clientNeeds() {
    return client
        ? "; on a client for development and tests, and only if asked for: it takes Hyper-V"
            + " isolation by default"
        : "";
  }
}
