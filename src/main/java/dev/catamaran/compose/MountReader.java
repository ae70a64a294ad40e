package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.Mount.Options;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads {@code volumes:} and {@code tmpfs:} of a service. */
final class MountReader {
  private static final Map<String, Mount.Type> TYPES =
      Map.of(
          "bind", Mount.Type.BIND,
          "volume", Mount.Type.VOLUME,
          "tmpfs", Mount.Type.TMPFS,
          "npipe", Mount.Type.NPIPE,
          "cluster", Mount.Type.CLUSTER);

  private final Values values;

  MountReader(Values values) {
    this.values = values;
  }

  List<Mount> read(Fields service) {
    var volumes = service.items("volumes").stream().flatMap(i -> one(i).stream());
    var tmpfs = service.items("tmpfs").stream().flatMap(i -> tmpfs(i).stream());
    return Stream.concat(volumes, tmpfs).toList();
  }

  private Optional<Mount> one(YamlNode item) {
    var fields = Fields.of(item, values);
    var word = fields.text("type");
    var type = word.flatMap(w -> Optional.ofNullable(TYPES.get(w)));
    if (type.isEmpty()) {
      // What is no mount at all was said already.
      word.ifPresent(w -> unknown(w, fields));
      return Optional.empty();
    }
    var source = fields.text("source");
    var target = fields.text("target");
    boolean needsSource = type.get() == Mount.Type.BIND || type.get() == Mount.Type.NPIPE;
    if (target.isEmpty() || (needsSource && source.isEmpty())) {
      var missing = target.isEmpty() ? "target" : "source";
      values.faults().invalid(fields.where(), "a mount of this type needs a " + missing);
      return Optional.empty();
    }
    return Optional.of(
        new Mount(
            type.get(),
            source,
            target.get(),
            fields.flag("read_only"),
            Optional.empty(),
            options(fields)));
  }

  private void unknown(String type, Fields mount) {
    values
        .faults()
        .add(
            Finding.error(Code.KEY_NOT_SUPPORTED, "Swarm has no mounts of type \"" + type + "\"")
                .at(mount.node("type").orElseThrow().where())
                .tryThis(
                    type.equals("image")
                        ? "copy what is needed into the service's own image"
                        : "choose one of bind, volume, tmpfs, npipe"));
  }

  private Options options(Fields mount) {
    var volume = mount.below("volume");
    var tmpfs = mount.below("tmpfs");
    return new Options(
        mount.below("bind").text("propagation"),
        volume.flag("nocopy"),
        volume.text("subpath"),
        tmpfs.bytes("size").map(OptionalLong::of).orElseGet(OptionalLong::empty),
        tmpfs
            .node("mode")
            .flatMap(values::mode)
            .map(OptionalInt::of)
            .orElseGet(OptionalInt::empty));
  }

  private Optional<Mount> tmpfs(YamlNode node) {
    return values.text(node).flatMap(text -> TmpfsText.parse(text, node, values));
  }
}
