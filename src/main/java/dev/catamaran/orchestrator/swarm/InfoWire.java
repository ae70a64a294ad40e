package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GET /info. */
final class InfoWire {
  /** {@code Windows Server 2022 Standard Version 21H2 (OS Build 20348.2340)}. */
  private static final Pattern OS_BUILD =
      Pattern.compile("\\(OS Build (\\d{4,6})(?:\\.(\\d{1,6}))?\\)");

  /** {@code 10.0 14393 (14393.1198.amd64fre.rs1_release_sec.170427-1353)}. */
  private static final Pattern KERNEL =
      Pattern.compile("(\\d+)\\.(\\d+) (\\d{4,6})(?: \\((\\d{4,6})\\.(\\d{1,6})\\..*)?");

  private InfoWire() {}

  static EngineInfo read(Json info) {
    var swarm = info.get("Swarm");
    return new EngineInfo(
        swarm.get("NodeID").nonEmptyText(),
        info.get("Name").text().orElse(""),
        swarm.get("NodeAddr").nonEmptyText(),
        state(swarm.get("LocalNodeState").text().orElse("")),
        swarm.get("ControlAvailable").isTrue(),
        info.get("ServerVersion").text().flatMap(EngineVersion::parse),
        platform(info),
        swarm.get("RemoteManagers").items().stream()
            .flatMap(m -> m.get("Addr").nonEmptyText().stream())
            .toList(),
        info.get("DockerRootDir").text().orElse(""));
  }

  private static EngineInfo.SwarmState state(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "", "inactive" -> EngineInfo.SwarmState.INACTIVE;
      case "pending" -> EngineInfo.SwarmState.PENDING;
      case "active" -> EngineInfo.SwarmState.ACTIVE;
      case "locked" -> EngineInfo.SwarmState.LOCKED;
      case "error" -> EngineInfo.SwarmState.ERROR;
      default -> throw new IllegalArgumentException("unknown swarm state \"" + word + "\"");
    };
  }

  private static Platform platform(Json info) {
    var os = Os.of(info.get("OSType").text().orElse(""));
    return new Platform(
        os,
        info.get("Architecture").text().orElse(""),
        Optional.empty(),
        os == Os.WINDOWS ? windows(info) : Optional.empty());
  }

  /**
   * The full version from the name of the system; engines before 19.03 name only "Windows Server
   * 2016 Datacenter", there the kernel's build laboratory string tells it.
   */
  private static Optional<OsVersion> windows(Json info) {
    var named = OS_BUILD.matcher(info.get("OperatingSystem").text().orElse(""));
    if (named.find() && named.group(2) != null) {
      return OsVersion.parse("10.0." + named.group(1) + "." + named.group(2));
    }
    var kernel = KERNEL.matcher(info.get("KernelVersion").text().orElse(""));
    if (kernel.matches()) {
      return Optional.of(
          new OsVersion(
              Integer.parseInt(kernel.group(1)),
              Integer.parseInt(kernel.group(2)),
              Integer.parseInt(kernel.group(3)),
              revision(kernel)));
    }
    return info.get("OSVersion").text().flatMap(OsVersion::parse);
  }

  /** Later builds keep the revision 1 of their first release in that string: that is unknown. */
  private static OptionalInt revision(Matcher kernel) {
    var build = kernel.group(4);
    var revision = kernel.group(5);
    if (build == null || revision == null || !build.equals(kernel.group(3))) {
      return OptionalInt.empty();
    }
    return revision.equals("1") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(revision));
  }
}
