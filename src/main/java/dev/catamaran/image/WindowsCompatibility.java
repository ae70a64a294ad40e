package dev.catamaran.image;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import dev.catamaran.spec.Labels;

/** Whether a host starts an image, by the rules Windows and the engine apply to their builds. */
public final class WindowsCompatibility {
  static final String PORTABILITY =
      "hcsshim, osversion/platform_compat_windows.go; Microsoft, version-compatibility.md";

  private WindowsCompatibility() {}

  /** One answer per isolation. */
  public record Compatibility(Verdict process, Verdict hyperv) {
    /** The same answer whatever the isolation. */
    static Compatibility both(Verdict verdict) {
      return new Compatibility(verdict, verdict);
    }

    /** Whether some isolation surely starts it. */
    public boolean works() {
      return process.works() || hyperv.works();
    }
  }

  /**
   * Judges one platform of an image. A Linux image on a Linux host is judged by its architecture
   * alone, and never has Hyper-V isolation.
   */
  public static Compatibility judge(NodeFacts host, Platform image) {
    var mine = host.platform();
    if (mine.os() != image.os() || !mine.architecture().equals(image.architecture())) {
      return Compatibility.both(otherPlatform(mine, image));
    }
    if (image.os() != Os.WINDOWS) {
      return new Compatibility(
          new Verdict.Yes("Docker, engine"),
          new Verdict.No(
              "Hyper-V isolation is a Windows matter", "remove `isolation`", "Docker, engine"));
    }
    if (image.osVersion().isEmpty()) {
      return Compatibility.both(
          new Verdict.Yes("containerd, platforms: no os.version matches all"));
    }
    if (mine.osVersion().isEmpty()) {
      return Compatibility.both(hostUnknown());
    }
    return judge(host, mine.osVersion().get(), image.osVersion().get());
  }

  private static Compatibility judge(NodeFacts host, OsVersion mine, OsVersion image) {
    if (mine.major() != image.major() || mine.minor() != image.minor()) {
      return Compatibility.both(
          new Verdict.No(
              "image version " + image + " does not start on host version " + mine,
              ProcessRule.ways(mine, image),
              PORTABILITY));
    }
    return new Compatibility(
        ProcessRule.judge(host.engine(), mine, image), hyperv(host, mine, image));
  }

  private static Verdict otherPlatform(Platform host, Platform image) {
    return new Verdict.No(
        "a " + word(image) + " image does not start on a " + word(host) + " node",
        "use an image for " + word(host) + ", or a " + word(image) + " node",
        "Docker, engine");
  }

  private static String word(Platform platform) {
    return platform.os().word() + "/" + platform.architecture();
  }

  private static Verdict hostUnknown() {
    return new Verdict.Unknown(
        "the Windows build of the node",
        "start `catamaran agent run` on the node, or label it by hand: docker node update"
            + " --label-add "
            + Labels.OS_BUILD
            + "=17763 --label-add "
            + Labels.OS_REVISION
            + "=1217 NODE",
        PORTABILITY);
  }

  private static Verdict hyperv(NodeFacts host, OsVersion mine, OsVersion image) {
    if (image.build() > mine.build()) {
      return new Verdict.No(
          "image build "
              + image.build()
              + " does not start on host build "
              + mine.build()
              + " in Hyper-V isolation either: "
              + ProcessRule.newer(host.engine(), mine, image),
          ProcessRule.ways(mine, image),
          PORTABILITY);
    }
    if (host.hyperV().isEmpty()) {
      return new Verdict.Unknown(
          "whether the node has the Hyper-V role",
          "start `catamaran agent run` on the node, or label it by hand: docker node update"
              + " --label-add "
              + Labels.HYPERV
              + "=true NODE",
          PORTABILITY);
    }
    if (!host.hyperV().get()) {
      return new Verdict.No(
          "the node lacks the Hyper-V role",
          "install the Hyper-V role on the node (in a virtual machine: with nested"
              + " virtualisation)",
          PORTABILITY);
    }
    return ProcessRule.reportedToFail(mine, image)
        ? ProcessRule.disputed(
            "image build "
                + image.build()
                + " may fail on host build "
                + mine.build()
                + " in Hyper-V isolation too: the engine allows it, and one report says it fails"
                + " (0xc0370112)")
        : new Verdict.Yes(PORTABILITY);
  }
}
