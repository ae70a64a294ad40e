package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.Mount.Volume;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Mounts of a container. */
final class MountWire {
  private MountWire() {}

  static List<Json> write(Json base, List<Mount> mounts) {
    return mounts.stream().map(m -> write(base.items(), m)).toList();
  }

  private static Json write(List<Json> base, Mount mount) {
    var type = mount.type().name().toLowerCase(Locale.ROOT);
    var like = ServiceWire.like(base, "Target", mount.target());
    var same = like.get("Type").text().orElse("").equals(type) ? like : Json.Null.NULL;
    return Patch.on(same)
        .text("Type", type)
        .text("Source", mount.source())
        .text("Target", mount.target())
        .json("ReadOnly", mount.readOnly() ? Optional.of(new Json.Bool(true)) : Optional.empty())
        .inside("VolumeOptions", p -> volume(p, mount.volume()))
        .tree();
  }

  private static Patch volume(Patch patch, Optional<Volume> volume) {
    var said = volume.orElse(new Volume(Optional.empty(), Map.of(), Map.of()));
    return patch
        .texts("Labels", said.labels())
        .inside(
            "DriverConfig", d -> d.text("Name", said.driver()).texts("Options", said.options()));
  }

  static List<Mount> read(Json mounts) {
    return mounts.items().stream().map(MountWire::readMount).toList();
  }

  private static Mount readMount(Json mount) {
    return new Mount(
        type(mount.get("Type").nonEmptyText().orElse("volume")),
        mount.get("Source").nonEmptyText(),
        mount.get("Target").text().orElse(""),
        mount.get("ReadOnly").isTrue(),
        readVolume(mount.get("VolumeOptions")));
  }

  /** A cluster volume (CSI) is a volume to us; only services of others have one. */
  private static Mount.Type type(String word) {
    return switch (word) {
      case "bind" -> Mount.Type.BIND;
      case "volume", "cluster" -> Mount.Type.VOLUME;
      case "tmpfs" -> Mount.Type.TMPFS;
      case "npipe" -> Mount.Type.NPIPE;
      default -> throw new IllegalArgumentException("unknown mount type \"" + word + "\"");
    };
  }

  private static Optional<Volume> readVolume(Json options) {
    var driver = options.get("DriverConfig");
    var volume =
        new Volume(
            driver.get("Name").nonEmptyText(),
            driver.get("Options").textMembers(),
            options.get("Labels").textMembers());
    boolean silent =
        volume.driver().isEmpty() && volume.options().isEmpty() && volume.labels().isEmpty();
    return silent ? Optional.empty() : Optional.of(volume);
  }
}
