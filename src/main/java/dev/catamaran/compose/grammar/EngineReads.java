package dev.catamaran.compose.grammar;

import dev.catamaran.model.EngineVersion;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which version of the classic format an engine's own {@code docker stack deploy} reads. */
public final class EngineReads {
  /** The engine that brought each version, as Docker's release notes and docker/cli's tags say. */
  private static final Map<EngineVersion, Version> BROUGHT = new TreeMap<>();

  static {
    var engines =
        new String[] {
          "1.13.0", "1.13.1", "17.04", "17.06", "17.09", "17.12", "18.02", "18.06", "19.03",
          "20.10", "23.0", "24.0", "25.0", "27.0"
        };
    for (int minor = 0; minor < engines.length; minor++) {
      BROUGHT.put(new EngineVersion(engines[minor]), new Version(minor));
    }
  }

  private EngineReads() {}

  /** The newest version it reads; empty for engines that read none. */
  public static Optional<Version> newest(EngineVersion engine) {
    return BROUGHT.entrySet().stream()
        .filter(e -> engine.atLeast(e.getKey()))
        .map(Map.Entry::getValue)
        .max(Version::compareTo);
  }
}
