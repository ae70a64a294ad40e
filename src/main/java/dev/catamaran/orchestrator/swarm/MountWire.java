package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.spec.Driver;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.Mount.Options;
import dev.catamaran.spec.Mount.Volume;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Mounts of a container. */
final class MountWire {
  private static final String PRIVATE = "rprivate";

  private final ApiVersion api;

  MountWire(ApiVersion api) {
    this.api = api;
  }

  List<Json> write(Json base, List<Mount> mounts) {
    return mounts.stream().map(m -> write(base.items(), m)).toList();
  }

  private Json write(List<Json> base, Mount mount) {
    var type = mount.type().name().toLowerCase(Locale.ROOT);
    var like = ServiceWire.like(base, "Target", mount.target());
    var same = like.get("Type").text().orElse("").equals(type) ? like : Json.Null.NULL;
    return Patch.on(same)
        .text("Type", type)
        .text("Source", mount.source())
        .text("Target", mount.target())
        .flag("ReadOnly", mount.readOnly())
        .inside("BindOptions", p -> p.text("Propagation", mount.options().propagation()))
        .inside("VolumeOptions", p -> volume(p, mount))
        .inside("TmpfsOptions", p -> tmpfs(p, mount.options()))
        .tree();
  }

  /** A part of a volume came with API 1.45. */
  private Patch volume(Patch patch, Mount mount) {
    var said = mount.volume().orElse(new Volume(Optional.empty(), Map.of(), Map.of()));
    return patch
        .flag("NoCopy", mount.options().noCopy())
        .when(api.atLeast(1, 45), p -> p.text("Subpath", mount.options().subpath()))
        .texts("Labels", said.labels())
        .with(p -> DriverWire.write(p, "DriverConfig", new Driver(said.driver(), said.options())));
  }

  private static Patch tmpfs(Patch patch, Options options) {
    return patch.number("SizeBytes", options.bytes()).number("Mode", options.mode());
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
        readVolume(mount.get("VolumeOptions")),
        readOptions(mount));
  }

  /** An engine shows its default propagation in every bind that has options. */
  private static Options readOptions(Json mount) {
    var tmpfs = mount.get("TmpfsOptions");
    long mode = tmpfs.get("Mode").number().orElse(0);
    return new Options(
        mount.at("BindOptions", "Propagation").nonEmptyText().filter(p -> !p.equals(PRIVATE)),
        mount.at("VolumeOptions", "NoCopy").isTrue(),
        mount.at("VolumeOptions", "Subpath").nonEmptyText(),
        DeploymentWire.readNumber(tmpfs.get("SizeBytes")),
        mode == 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(mode)));
  }

  private static Mount.Type type(String word) {
    return switch (word) {
      case "bind" -> Mount.Type.BIND;
      case "volume" -> Mount.Type.VOLUME;
      case "cluster" -> Mount.Type.CLUSTER;
      case "tmpfs" -> Mount.Type.TMPFS;
      case "npipe" -> Mount.Type.NPIPE;
      default -> throw new IllegalArgumentException("unknown mount type \"" + word + "\"");
    };
  }

  private static Optional<Volume> readVolume(Json options) {
    var driver = DriverWire.read(options.get("DriverConfig"));
    var labels = options.get("Labels").textMembers();
    return driver.said() || !labels.isEmpty()
        ? Optional.of(new Volume(driver.name(), driver.options(), labels))
        : Optional.empty();
  }
}
