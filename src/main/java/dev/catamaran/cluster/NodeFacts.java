package dev.catamaran.cluster;

import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import java.util.Optional;

/**
 * What decides a node's capabilities; an empty fact is unknown, never "no" and never "yes".
 *
 * @param platform with the Windows build where some label or agent told it
 * @param ipvs whether the Linux kernel has IPVS, on which Swarm's mesh and virtual IPs rest
 * @param hyperV whether Windows' Hyper-V role is there
 * @param kubernetes the version of the kubelet; empty for a node of a swarm
 */
public record NodeFacts(
    Platform platform,
    Optional<EngineVersion> engine,
    Optional<Boolean> ipvs,
    Optional<Boolean> hyperV,
    Optional<EngineVersion> kubernetes) {

  /** The facts of a node of a swarm. */
  public NodeFacts(
      Platform platform,
      Optional<EngineVersion> engine,
      Optional<Boolean> ipvs,
      Optional<Boolean> hyperV) {
    this(platform, engine, ipvs, hyperV, Optional.empty());
  }

  public boolean windows() {
    return platform.os() == Os.WINDOWS;
  }

  /** {@code Windows build 14393.1198, engine 17.03.1-ee-3}. */
  @Override
  public String toString() {
    var os =
        windows()
            ? "Windows build "
                + platform.osVersion().map(v -> v.buildAndRevision()).orElse("unknown")
            : "Linux";
    return os + engine.map(e -> ", engine " + e).orElse("");
  }
}
