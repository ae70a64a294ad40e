package dev.catamaran.capability;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import java.util.Optional;

/** Nodes by what decides about them; an empty text is a fact nobody told. */
final class SomeNodes {
  private SomeNodes() {}

  static NodeFacts windows(String version, String engine) {
    return windows(version, engine, "");
  }

  static NodeFacts windows(String version, String engine, String kubernetes) {
    return new NodeFacts(
        new Platform(Os.WINDOWS, "amd64", Optional.empty(), OsVersion.parse(version)),
        EngineVersion.parse(engine),
        Optional.empty(),
        Optional.empty(),
        EngineVersion.parse(kubernetes));
  }

  static NodeFacts linux(String engine, Optional<Boolean> ipvs) {
    return new NodeFacts(
        Platform.of(Os.LINUX, "amd64"), EngineVersion.parse(engine), ipvs, Optional.empty());
  }
}
