package dev.catamaran.cli;

import dev.catamaran.docker.Endpoint;
import dev.catamaran.docker.EngineChoice;
import dev.catamaran.docker.EngineFlags;
import dev.catamaran.usage.Flag;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.nio.file.Path;
import java.util.Optional;

/** Which engine: docker's own global options, with docker's meaning. */
final class HostOptions {
  private final Text host;
  private final Text context;
  private final Flag tls;
  private final Flag verify;
  private final Text authorities;
  private final Text certificate;
  private final Text key;

  HostOptions(Usage usage) {
    host =
        usage.text(
            "-H, --host=URL",
            "Docker engine: unix:///path, tcp://host:port, ssh://user@host or npipe:////./pipe/name"
                + " (default: as docker finds it).");
    context = usage.text("--context=NAME", "Docker context that names the engine.");
    tls = usage.flag("--tls", "Speak TLS with a tcp:// engine, without asking who it is.");
    verify = usage.flag("--tlsverify", "Speak TLS with a tcp:// engine, and ask who it is.");
    authorities = usage.text("--tlscacert=FILE", "Who may have signed the engine's certificate.");
    certificate = usage.text("--tlscert=FILE", "Certificate to show to the engine.");
    key = usage.text("--tlskey=FILE", "Key of that certificate.");
  }

  boolean given() {
    return host.given() || context.given();
  }

  /** Warns where variables contradict each other; a usage failure where no engine can be named. */
  Endpoint engine(Console console) {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    var choice = new EngineChoice(flags(), console.environment(), windows);
    try {
      var endpoint = choice.endpoint();
      choice.doubts().forEach(d -> console.err().println("catamaran: " + d));
      return endpoint;
    } catch (IllegalArgumentException e) {
      throw new UsageFailure(e.getMessage());
    }
  }

  private EngineFlags flags() {
    return new EngineFlags(
        host.value(),
        context.value(),
        new EngineFlags.Tls(
            said(tls),
            said(verify),
            authorities.value().map(Path::of),
            certificate.value().map(Path::of),
            key.value().map(Path::of)));
  }

  private static Optional<Boolean> said(Flag flag) {
    return flag.given() ? Optional.of(flag.on()) : Optional.empty();
  }
}
