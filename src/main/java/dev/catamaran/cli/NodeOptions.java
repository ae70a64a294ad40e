package dev.catamaran.cli;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A node that nobody has to own: its facts, as far as they are said. */
final class NodeOptions {
  @Option(names = "--os", paramLabel = "OS", description = "windows or linux.")
  private @Nullable String os;

  @Option(
      names = "--build",
      paramLabel = "BUILD",
      description = "The Windows build and revision, such as 17763.1217.")
  private @Nullable String build;

  @Option(names = "--engine", paramLabel = "VERSION", description = "The version of its engine.")
  private @Nullable String engine;

  @Option(
      names = "--kubernetes",
      paramLabel = "VERSION",
      description = "The version of its Kubernetes.")
  private @Nullable String kubernetes;

  @Option(
      names = "--ipvs",
      arity = "1",
      paramLabel = "true|false",
      description = "Whether its Linux kernel has IPVS.")
  private @Nullable Boolean ipvs;

  @Option(
      names = "--hyperv",
      arity = "1",
      paramLabel = "true|false",
      description = "Whether it has the Hyper-V role.")
  private @Nullable Boolean hyperV;

  /** Empty where no node was described; what was not said of one is unknown. */
  Optional<NodeFacts> facts() {
    if (Stream.of(
            Optional.ofNullable(os),
            Optional.ofNullable(build),
            Optional.ofNullable(engine),
            Optional.ofNullable(kubernetes),
            Optional.ofNullable(ipvs),
            Optional.ofNullable(hyperV))
        .allMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    var system = system();
    if (system == Os.LINUX && build != null) {
      throw new UsageFailure("--build is the build of a Windows: say --os windows");
    }
    return Optional.of(
        new NodeFacts(
            new Platform(system, "amd64", Optional.empty(), windows()),
            version(engine),
            Optional.ofNullable(ipvs),
            Optional.ofNullable(hyperV),
            version(kubernetes)));
  }

  private Os system() {
    if (os == null) {
      if (build == null) {
        throw new UsageFailure("say --os windows or --os linux, and --build of a Windows");
      }
      return Os.WINDOWS;
    }
    var system = Os.of(os);
    if (system == Os.OTHER) {
      throw new UsageFailure("--os \"" + os + "\" is neither windows nor linux");
    }
    return system;
  }

  private Optional<OsVersion> windows() {
    if (build == null) {
      return Optional.empty();
    }
    var version = OsVersion.parse(build);
    if (version.isEmpty()) {
      throw new UsageFailure("--build \"" + build + "\" is no Windows build such as 17763.1217");
    }
    return version;
  }

  private static Optional<EngineVersion> version(@Nullable String text) {
    return Optional.ofNullable(text).map(CompatCommand::version);
  }
}
