package dev.catamaran.image;

import static dev.catamaran.image.WindowsCompatibility.PORTABILITY;

import dev.catamaran.finding.Verdict;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.OsVersion;
import java.util.Map;
import java.util.Optional;

/** Process isolation: image and host share a kernel, so their builds must get along. */
final class ProcessRule {
  private static final int WS2016 = 14393;

  /** From Windows Server 2022 on, a host also starts images of the last LTSC before it. */
  private static final int WS2022 = 20348;

  private static final int WS2025 = 26100;

  /** The first engine with hcsshim 0.13, to which Windows Server 2025 is an LTSC as well. */
  private static final EngineVersion KNOWS_WS2025 = new EngineVersion("29.0.0");

  /** The first engine that looks at the build before it pulls. */
  private static final EngineVersion REFUSES_NEWER = new EngineVersion("18.06.0");

  /** Build to the revision of its February 2020 update. */
  private static final Map<Integer, Integer> FEBRUARY_2020 =
      Map.of(WS2016, 3504, 17763, 1039, 18362, 657, 18363, 657);

  private ProcessRule() {}

  static Verdict judge(Optional<EngineVersion> engine, OsVersion host, OsVersion image) {
    if (host.build() == image.build()) {
      return sameBuild(host, image);
    }
    if (host.build() < WS2022 || image.build() < WS2022 || image.build() > host.build()) {
      return refused(engine, host, image);
    }
    return host.build() <= WS2025
        ? new Verdict.Yes(PORTABILITY)
        : newerThanLastServer(engine, host, image);
  }

  /** Here the engine's version decides, and one report says the opposite of the code. */
  private static Verdict newerThanLastServer(
      Optional<EngineVersion> engine, OsVersion host, OsVersion image) {
    if (image.build() < WS2025 && engine.filter(e -> !e.atLeast(KNOWS_WS2025)).isPresent()) {
      return new Verdict.Yes(PORTABILITY);
    }
    return disputed(
        "image build "
            + image.build()
            + " may fail on host build "
            + host.build()
            + (image.build() < WS2025
                ? ": the rule of engine 29.0 and later refuses it, and one report says it works"
                : ": the engine allows it, and one report says it fails (0xc0370112)"));
  }

  /** One report has images of the last server release fail on later hosts, in both isolations. */
  static boolean reportedToFail(OsVersion host, OsVersion image) {
    return image.build() >= WS2025 && image.build() < host.build();
  }

  static Verdict disputed(String text) {
    return new Verdict.With(text, PORTABILITY + "; hcsshim#2566 (disputed)");
  }

  private static Verdict refused(Optional<EngineVersion> engine, OsVersion host, OsVersion image) {
    return new Verdict.No(
        "image build "
            + image.build()
            + " does not start on host build "
            + host.build()
            + ": "
            + why(engine, host, image),
        ways(host, image),
        PORTABILITY);
  }

  private static String why(Optional<EngineVersion> engine, OsVersion host, OsVersion image) {
    if (image.build() > host.build()) {
      return newer(engine, host, image);
    }
    return host.build() < WS2022
        ? "before build 20348 process isolation wants equal builds (0xc0370101)"
        : "process isolation there starts images from build 20348 on (0xc0370101)";
  }

  /** What the engine says to an image of a later build, in either isolation. */
  static String newer(Optional<EngineVersion> engine, OsVersion host, OsVersion image) {
    return engine.filter(e -> !e.atLeast(REFUSES_NEWER)).isPresent()
        ? "the host is older (0xc0370101)"
        : "the host is older, and the engine refuses to pull it (\"a Windows version "
            + brief(image)
            + "-based image is incompatible with a "
            + brief(host)
            + " host\")";
  }

  private static String brief(OsVersion version) {
    return version.major() + "." + version.minor() + "." + version.build();
  }

  private static Verdict sameBuild(OsVersion host, OsVersion image) {
    var february = FEBRUARY_2020.get(host.build());
    if (february != null) {
      var mixed = acrossFebruary2020(host, image, february);
      if (mixed.isPresent()) {
        return mixed.get();
      }
    }
    if (host.build() == WS2016 && !host.revision().equals(image.revision())) {
      return new Verdict.With(
          "image "
              + image.buildAndRevision()
              + " on host "
              + host.buildAndRevision()
              + " may fail to start: build 14393 wants equal revisions",
          "Microsoft, version-compatibility.md");
    }
    return new Verdict.Yes(PORTABILITY);
  }

  /** The updates of that month changed what image and host share: both have it, or neither. */
  private static Optional<Verdict> acrossFebruary2020(
      OsVersion host, OsVersion image, int february) {
    var source = "Microsoft, update-containers.md; KB4542617";
    var line = host.build() + "." + february;
    if (host.revision().isEmpty() || image.revision().isEmpty()) {
      return Optional.of(
          new Verdict.With(
              "the revision of "
                  + (host.revision().isEmpty() ? "host" : "image")
                  + " build "
                  + host.build()
                  + " is not known; image "
                  + image.buildAndRevision()
                  + " starts only if both are before, or both at or after, "
                  + line
                  + " (February 2020)",
              source));
    }
    boolean hostHas = host.revision().getAsInt() >= february;
    boolean imageHas = image.revision().getAsInt() >= february;
    if (hostHas == imageHas) {
      return Optional.empty();
    }
    return Optional.of(
        new Verdict.No(
            "image "
                + image.buildAndRevision()
                + " does not start on host "
                + host.buildAndRevision()
                + ": only one of them has the February 2020 update ("
                + line
                + ")",
            hostHas
                ? "use an image of build " + line + " or later, or Hyper-V isolation"
                : "bring the node to " + line + " or later, or use Hyper-V isolation",
            source));
  }

  /** What would start instead, in one clause. */
  static String ways(OsVersion host, OsVersion image) {
    var tag =
        startable(host.build())
            .map(r -> "an image for build " + r + ", tag `" + r.tag().orElseThrow() + "`; or ")
            .orElse("");
    var node = "a node of build " + WindowsRelease.named(image.build()) + reach(image.build());
    var hyperv =
        image.build() < host.build()
            ? "; or `isolation: hyperv` if the node has the Hyper-V role"
            : "";
    return "use " + tag + node + hyperv;
  }

  /** The newest release with images that a host starts; many clients have none. */
  private static Optional<WindowsRelease> startable(int host) {
    return WindowsRelease.all().reversed().stream()
        .filter(r -> r.tag().isPresent())
        .filter(r -> r.build() == host || (r.build() >= WS2022 && r.build() < host))
        .findFirst();
  }

  private static String reach(int build) {
    if (build < WS2022) {
      return "";
    }
    return build < WS2025 ? " up to 26100" : " or later";
  }
}
