package dev.catamaran.image;

import dev.catamaran.json.Json;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import java.util.Optional;
import java.util.OptionalInt;

/** The platform object of an OCI index entry and of an image configuration: the same members. */
final class PlatformJson {
  private PlatformJson() {}

  /** Empty where it names no operating system, as attestations do. */
  static Optional<Platform> read(Json json) {
    var os = json.get("os").nonEmptyText();
    if (os.isEmpty() || os.get().equals("unknown")) {
      return Optional.empty();
    }
    return Optional.of(
        new Platform(
            Os.of(os.get()),
            json.get("architecture").nonEmptyText().orElse(""),
            json.get("variant").nonEmptyText(),
            os.get().equals("windows") ? version(json) : Optional.empty()));
  }

  /** A version nobody can read matches no host, as in containerd, where none matches all. */
  private static Optional<OsVersion> version(Json json) {
    return json.get("os.version")
        .nonEmptyText()
        .map(t -> OsVersion.parse(t).orElse(new OsVersion(0, 0, 0, OptionalInt.empty())));
  }

  static Json write(Platform platform) {
    return Json.object()
        .with("os", platform.os().word())
        .with("architecture", platform.architecture())
        .withOptional("variant", platform.variant().map(Json.Text::new))
        .withOptional("os.version", platform.osVersion().map(v -> new Json.Text(v.toString())));
  }
}
