package dev.catamaran.cli;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.util.Optional;
import java.util.stream.Stream;

/** A node that nobody has to own: its facts, as far as they are said. */
final class NodeOptions {
  private final Text os;
  private final Text build;
  private final Text engine;
  private final Text kubernetes;
  private final Text ipvs;
  private final Text hyperV;

  NodeOptions(Usage usage) {
    os = usage.text("--os=OS", "windows or linux.");
    build = usage.text("--build=BUILD", "The Windows build and revision, such as 17763.1217.");
    engine = usage.text("--engine=VERSION", "The version of its engine.");
    kubernetes = usage.text("--kubernetes=VERSION", "The version of its Kubernetes.");
    ipvs = usage.text("--ipvs=BOOL", "Whether its Linux kernel has IPVS: true or false.");
    hyperV = usage.text("--hyperv=BOOL", "Whether it has the Hyper-V role: true or false.");
  }

  /** Empty where no node was described; what was not said of one is unknown. */
  Optional<NodeFacts> facts() {
    if (Stream.of(os, build, engine, kubernetes, ipvs, hyperV).noneMatch(Text::given)) {
      return Optional.empty();
    }
    var system = system();
    if (system == Os.LINUX && build.given()) {
      throw new UsageFailure("--build is the build of a Windows: say --os windows");
    }
    return Optional.of(
        new NodeFacts(
            new Platform(
                system, "amd64", Optional.empty(), build.value().map(NodeOptions::windows)),
            engine.value().map(CompatCommand::version),
            ipvs.value().map(NodeOptions::truth),
            hyperV.value().map(NodeOptions::truth),
            kubernetes.value().map(CompatCommand::version)));
  }

  private Os system() {
    var word = os.value().or(() -> build.value().map(b -> "windows"));
    if (word.isEmpty()) {
      throw new UsageFailure("say --os windows or --os linux, and --build of a Windows");
    }
    var system = Os.of(word.get());
    if (system == Os.OTHER) {
      throw new UsageFailure("--os \"" + word.get() + "\" is neither windows nor linux");
    }
    return system;
  }

  private static OsVersion windows(String text) {
    return OsVersion.parse(text)
        .orElseThrow(() ->
            new UsageFailure("--build \"" + text + "\" is no Windows build such as 17763.1217"));
  }

  static boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new UsageFailure("\"" + text + "\" is neither true nor false");
    }
    return text.equals("true");
  }
}
