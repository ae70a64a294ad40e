package dev.catamaran.compose.canonical;

import dev.catamaran.compose.text.HostPaths;
import dev.catamaran.compose.text.VolumeText;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Faults;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code volumes:} of a service. */
final class Mounts {
  private static final Set<String> PROPAGATIONS =
      Set.of("rprivate", "private", "rshared", "shared", "rslave", "slave");

  private Mounts() {}

  static YamlNode longForm(YamlNode node, Faults faults) {
    if (!(node instanceof Scalar scalar)) {
      return node;
    }
    var text = scalar.asText();
    var parsed = VolumeText.parse(text);
    if (parsed.isEmpty()) {
      faults.invalid(
          scalar.where(),
          text.isEmpty()
              ? "the mount is an empty text"
              : "\"" + text + "\" has an empty part between colons, or too many of them",
          "write it like data:/var/lib/data:ro");
      return node;
    }
    return longForm(parsed.get(), text.length() < 3, scalar.where());
  }

  private static Mapping longForm(VolumeText mount, boolean bare, Where where) {
    var source = mount.source();
    var type = type(source);
    var entries = new ArrayList<Entry>();
    entries.add(Made.entry("type", Made.text(type, where)));
    source.ifPresent(s -> entries.add(Made.entry("source", Made.text(s, where))));
    entries.add(Made.entry("target", Made.text(HostPaths.cleanTarget(mount.target()), where)));
    if (readOnly(mount.options())) {
      entries.add(Made.entry("read_only", Made.flag(true, where)));
    }
    var bind = bind(mount.options(), where);
    if (type.equals("bind")) {
      bind.put("create_host_path", Made.flag(true, where));
    }
    if (!bind.isEmpty()) {
      entries.add(Made.entry("bind", options(bind, where)));
    }
    boolean copies = !mount.options().contains("nocopy");
    if (!copies || (type.equals("volume") && !bare)) {
      entries.add(
          Made.entry(
              "volume",
              options(copies ? Map.of() : Map.of("nocopy", Made.flag(true, where)), where)));
    }
    return Made.mapping(where, entries);
  }

  private static String type(Optional<String> source) {
    if (source.filter(HostPaths::isPipe).isPresent()) {
      return "npipe";
    }
    return source.filter(HostPaths::isPath).isPresent() ? "bind" : "volume";
  }

  /** The last word on it counts. */
  private static boolean readOnly(List<String> options) {
    return options.lastIndexOf("ro") > options.lastIndexOf("rw");
  }

  private static Map<String, YamlNode> bind(List<String> options, Where where) {
    var bind = new LinkedHashMap<String, YamlNode>();
    for (var option : options) {
      if (PROPAGATIONS.contains(option)) {
        bind.put("propagation", Made.text(option, where));
      } else if (option.equals("z") || option.equals("Z")) {
        bind.put("selinux", Made.text(option, where));
      }
    }
    return bind;
  }

  private static Mapping options(Map<String, YamlNode> options, Where where) {
    return Made.mapping(
        where, options.entrySet().stream().map(o -> Made.entry(o.getKey(), o.getValue())).toList());
  }
}
