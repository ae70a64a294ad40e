package dev.catamaran.compose;

import dev.catamaran.compose.text.HostPaths;
import dev.catamaran.compose.text.VolumeText;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.spec.Mount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code volumes:} and {@code tmpfs:} of a service. */
final class MountReader {
  private static final Set<String> PROPAGATION =
      Set.of("shared", "rshared", "slave", "rslave", "private", "rprivate");
  private static final Set<String> DESKTOP = Set.of("cached", "delegated", "consistent", "rw");
  private static final Map<String, Mount.Type> TYPES =
      Map.of(
          "bind",
          Mount.Type.BIND,
          "volume",
          Mount.Type.VOLUME,
          "tmpfs",
          Mount.Type.TMPFS,
          "npipe",
          Mount.Type.NPIPE);

  private final Surroundings surroundings;
  private final Values values;

  MountReader(Surroundings surroundings, Values values) {
    this.surroundings = surroundings;
    this.values = values;
  }

  List<Mount> read(Fields service) {
    var volumes = service.items("volumes").stream().flatMap(i -> one(i).stream());
    var tmpfs = service.node("tmpfs").stream().flatMap(this::tmpfs);
    return Stream.concat(volumes, tmpfs).toList();
  }

  private Optional<Mount> one(YamlNode item) {
    return switch (item) {
      case Mapping m -> longForm(new Fields(m, values));
      case Scalar s -> values.text(s).flatMap(t -> shortForm(t, s));
      case Sequence s -> values.wrong(s, "a mount", "write SOURCE:TARGET");
    };
  }

  private Optional<Mount> shortForm(String text, Scalar place) {
    var parsed = VolumeText.parse(text);
    if (parsed.isEmpty()) {
      return values.wrong(place, "a mount", "write SOURCE:TARGET or SOURCE:TARGET:ro");
    }
    var mount = parsed.get();
    mount.options().forEach(o -> option(o, place));
    boolean readOnly = mount.options().contains("ro");
    var type = mount.source().map(MountReader::typeOf).orElse(Mount.Type.VOLUME);
    return Optional.of(
        new Mount(
            type,
            mount.source().map(s -> source(type, s)),
            mount.target(),
            readOnly,
            Optional.empty()));
  }

  private static Mount.Type typeOf(String source) {
    if (HostPaths.isPipe(source)) {
      return Mount.Type.NPIPE;
    }
    return HostPaths.isPath(source) ? Mount.Type.BIND : Mount.Type.VOLUME;
  }

  private void option(String option, Scalar place) {
    if (option.equals("ro") || DESKTOP.contains(option)) {
      return;
    }
    boolean changes = PROPAGATION.contains(option) || option.equals("nocopy");
    values
        .faults()
        .add(
            changes
                ? Finding.error(
                        Code.KEY_NOT_SUPPORTED,
                        "the mount option \"" + option + "\" is not handled yet")
                    .at(place.where())
                : Finding.warning(
                        Code.KEY_NOT_APPLIED,
                        "the mount option \"" + option + "\" has no effect on a Swarm service")
                    .at(place.where()));
  }

  private Optional<Mount> longForm(Fields fields) {
    var word = fields.text("type");
    if (word.isEmpty()) {
      values.faults().invalid(fields.where(), "a mount needs a type", "write type: volume or bind");
      return Optional.empty();
    }
    var type = Optional.ofNullable(TYPES.get(word.get()));
    if (type.isEmpty()) {
      return values.wrong(
          fields.node("type").orElseThrow(),
          "one of bind, volume, tmpfs, npipe",
          "other kinds of mount are not handled yet");
    }
    var source = fields.text("source").map(s -> source(type.get(), s));
    var target = fields.text("target");
    boolean needsSource = type.get() == Mount.Type.BIND || type.get() == Mount.Type.NPIPE;
    if (target.isEmpty() || (needsSource && source.isEmpty())) {
      var missing = target.isEmpty() ? "target" : "source";
      values.faults().invalid(fields.where(), "a mount of this type needs a " + missing);
      return Optional.empty();
    }
    return Optional.of(
        new Mount(type.get(), source, target.get(), fields.flag("read_only"), Optional.empty()));
  }

  private String source(Mount.Type type, String source) {
    return type == Mount.Type.BIND
        ? HostPaths.absolute(source, surroundings.directory(), surroundings.home())
        : source;
  }

  private Stream<Mount> tmpfs(YamlNode node) {
    var items = node instanceof Scalar ? List.of(node) : values.items(node);
    return items.stream().flatMap(i -> values.text(i).flatMap(t -> tmpfs(t, i)).stream());
  }

  private Optional<Mount> tmpfs(String text, YamlNode place) {
    if (text.contains(":")) {
      return values.wrong(
          place, "a path without options", "options of a tmpfs are not handled yet");
    }
    return Optional.of(
        new Mount(Mount.Type.TMPFS, Optional.empty(), text, false, Optional.empty()));
  }
}
