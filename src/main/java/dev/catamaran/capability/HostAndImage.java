package dev.catamaran.capability;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Verdict;
import dev.catamaran.image.WindowsCompatibility;
import dev.catamaran.image.WindowsRelease;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Platform;
import java.util.Optional;

/**
 * Whether one image runs on one host: what the builds say, and what the engine and the product say
 * besides.
 */
public record HostAndImage(Verdict process, Verdict hyperv) {
  private static final EngineVersion LETS_CLIENTS = new EngineVersion("18.09.1");
  private static final int CLIENT_FROM = 17763;
  private static final String CLIENTS = "moby, daemon/daemon_windows.go";

  /** How the container would be isolated. */
  public enum Chosen {
    process,
    hyperv,
    none
  }

  /**
   * Judges a pair.
   *
   * @param client whether somebody said that the host is Windows 10 or 11; some builds say it
   *     themselves
   */
  public static HostAndImage judge(Matrix matrix, NodeFacts host, boolean client, Platform image) {
    var engine = matrix.judge(Feature.ENGINE_SUPPORTS_HOST, host);
    if (engine instanceof Verdict.No) {
      return new HostAndImage(engine, engine);
    }
    var builds = WindowsCompatibility.judge(host, image);
    boolean asked = host.windows() && builds.process().works();
    var process = asked ? onClient(host, client).orElse(builds.process()) : builds.process();
    return new HostAndImage(process, builds.hyperv());
  }

  /** What a client adds to a yes; empty where it is a server, or a client that may. */
  private static Optional<Verdict> onClient(NodeFacts host, boolean said) {
    int build = host.platform().osVersion().map(v -> v.build()).orElse(0);
    if (!said && !WindowsRelease.of(build).filter(WindowsRelease::client).isPresent()) {
      return Optional.empty();
    }
    var way = "use Hyper-V isolation, or Windows 10 1809 (17763) or later with engine 18.09.1";
    if (build < CLIENT_FROM) {
      return Optional.of(refused("before build 17763", way));
    }
    if (host.engine().isEmpty()) {
      return said
          ? Optional.of(
              new Verdict.With(
                  "a Windows client needs engine 18.09.1 or later for process isolation, for"
                      + " development and tests only, and asked for: it takes Hyper-V isolation by"
                      + " default",
                  CLIENTS))
          : Optional.empty();
    }
    return host.engine().get().atLeast(LETS_CLIENTS)
        ? Optional.empty()
        : Optional.of(refused("before engine 18.09.1", way));
  }

  private static Verdict refused(String since, String way) {
    return new Verdict.No(
        "\"Windows client operating systems only support Hyper-V containers\" " + since,
        way,
        CLIENTS);
  }

  /** Process isolation if it fits, else Hyper-V where possible. */
  public Chosen chosen() {
    if (process.works()) {
      return Chosen.process;
    }
    return hyperv.works() ? Chosen.hyperv : Chosen.none;
  }
}
