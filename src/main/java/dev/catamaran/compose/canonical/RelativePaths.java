package dev.catamaran.compose.canonical;

import dev.catamaran.compose.text.HostPaths;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import java.util.List;
import java.util.Optional;

/** Paths on the operator's machine, which begin at the project directory, made absolute. */
public final class RelativePaths {
  private static final List<String> REMOTE =
      List.of("https://", "http://", "git://", "ssh://", "github.com/", "git@");

  private final String directory;
  private final Optional<String> home;

  private RelativePaths(String directory, Optional<String> home) {
    this.directory = directory;
    this.home = home;
  }

  /** The file with absolute paths; what has no path to be resolved is told later. */
  public static Mapping resolved(Mapping file, String directory, Optional<String> home) {
    return added(new Rules(), directory, home).apply(file, new Faults());
  }

  /** The rules of paths behind those that are there already. */
  static Rules added(Rules rules, String directory, Optional<String> home) {
    return new RelativePaths(directory, home).addedTo(rules);
  }

  private Rules addedTo(Rules rules) {
    return rules
        .with("services.*.build.context", this::context)
        .with("services.*.build.additional_contexts.*", this::context)
        .with("services.*.build.ssh.*", this::path)
        .with("services.*.env_file.*.path", this::givenPath)
        .with("services.*.label_file.*", this::givenPath)
        .with("services.*.develop.watch.*.path", this::givenPath)
        .with("services.*.volumes.*", this::mount)
        .with("configs.*.file", this::path)
        .with("secrets.*.file", this::path)
        .with("volumes.*", this::boundVolume);
  }

  private YamlNode path(YamlNode node, Faults faults) {
    return node instanceof Scalar s && s.kind() == ScalarKind.STRING ? absolute(s) : node;
  }

  /** No path at all is none, and not the directory. */
  private YamlNode givenPath(YamlNode node, Faults faults) {
    return node instanceof Scalar s && s.text().isEmpty() ? node : path(node, faults);
  }

  private Scalar absolute(Scalar path) {
    var text = HostPaths.absolute(path.text(), directory, home);
    return text.equals(path.text()) ? path : Made.text(text, path.where());
  }

  /** What is no path: an address, another service, an image. */
  private YamlNode context(YamlNode node, Faults faults) {
    boolean elsewhere =
        node instanceof Scalar s
            && (s.text().contains("://")
                || s.text().startsWith("service:")
                || REMOTE.stream().anyMatch(s.text()::startsWith));
    return elsewhere ? node : givenPath(node, faults);
  }

  private YamlNode mount(YamlNode node, Faults faults) {
    if (!(node instanceof Mapping mount) || !Found.text(mount, "type").equals("bind")) {
      return node;
    }
    var source = Found.scalar(mount, "source");
    if (source.isEmpty()) {
      faults.add(
          Finding.error(Code.VALUE_INVALID, "this bind mount does not say what it binds")
              .at(mount.where())
              .tryThis("write source: and a path on the host"));
      return node;
    }
    return Made.put(mount, "source", absolute(source.get()));
  }

  /** The local driver's way to say bind mount. */
  private YamlNode boundVolume(YamlNode node, Faults faults) {
    if (!(node instanceof Mapping volume) || !Found.text(volume, "driver").equals("local")) {
      return node;
    }
    var options = Found.mapping(volume, "driver_opts");
    var device = options.flatMap(o -> Found.scalar(o, "device"));
    boolean bound = options.filter(o -> Found.text(o, "o").equals("bind")).isPresent();
    return bound && device.isPresent()
        ? Made.put(
            volume, "driver_opts", Made.put(options.get(), "device", path(device.get(), faults)))
        : node;
  }
}
