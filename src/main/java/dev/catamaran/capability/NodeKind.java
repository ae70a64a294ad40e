package dev.catamaran.capability;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.image.WindowsRelease;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A node as it is bought and patched, to show the matrix by. */
public record NodeKind(String title, NodeFacts facts) {
  /** More than any revision a build ever had. */
  private static final int PATCHED = 99_999;

  private static final int LAST_WITHOUT_NEW_ENGINES = 17134;

  /** The kinds people have: the founding one, then each long-term Windows, then Linux. */
  public static List<NodeKind> usual() {
    return List.of(
        windows("2016 in 2017", 14393, 1198, "17.03.1-ee-3", "1.9"),
        windows("2016", 14393, PATCHED, "20.10.27", "1.9"),
        windows("2019", 17763, PATCHED, "29.0.0", "1.26"),
        windows("2022", 20348, PATCHED, "29.0.0", "1.36"),
        windows("2025", 26100, PATCHED, "29.0.0", "1.36"),
        linux("Linux", "29.0.0", "1.36"));
  }

  /** Every Windows with containers, fully patched, with the last engine that starts on it. */
  public static List<NodeKind> products() {
    var kinds = new ArrayList<NodeKind>();
    for (var release : WindowsRelease.all()) {
      var engine = release.build() <= LAST_WITHOUT_NEW_ENGINES ? "20.10.27" : "29.0.0";
      kinds.add(windows(release.product(), release.build(), PATCHED, engine, "1.36"));
    }
    kinds.add(linux("Linux", "29.0.0", "1.36"));
    return List.copyOf(kinds);
  }

  private static NodeKind windows(
      String title, int build, int revision, String engine, String kubernetes) {
    var version = new OsVersion(10, 0, build, OptionalInt.of(revision));
    var platform = new Platform(Os.WINDOWS, "amd64", Optional.empty(), Optional.of(version));
    return new NodeKind(title, facts(platform, engine, kubernetes));
  }

  private static NodeKind linux(String title, String engine, String kubernetes) {
    return new NodeKind(title, facts(Platform.of(Os.LINUX, "amd64"), engine, kubernetes));
  }

  private static NodeFacts facts(Platform platform, String engine, String kubernetes) {
    return new NodeFacts(
        platform,
        Optional.of(new EngineVersion(engine)),
        Optional.of(true),
        Optional.of(true),
        Optional.of(new EngineVersion(kubernetes)));
  }
}
