package dev.catamaran.compose.classic;

import dev.catamaran.compose.text.ClassicVolume;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;

/** What is mounted into a service's containers. */
record MountItem() implements ItemForm {
  private static final StructForm FIELDS =
      StructForm.of(
              "type", TextForm.TEXT,
              "source", TextForm.TEXT,
              "target", TextForm.TEXT,
              "read_only", FlagForm.FLAG,
              "consistency", TextForm.TEXT,
              "bind", StructForm.of("propagation", TextForm.TEXT).kept(),
              "volume", StructForm.of("nocopy", FlagForm.FLAG, "subpath", TextForm.TEXT).kept(),
              "tmpfs", StructForm.of("size", NumberForm.SIGNED).kept())
          .kept();

  @Override
  public List<YamlNode> read(YamlNode item, Reading reading) {
    var mount =
        item instanceof Scalar text
            ? brief(text, reading)
            : FIELDS.read(item, reading).stream().toList();
    return mount.stream().map(m -> resolved(m, reading)).toList();
  }

  private static List<YamlNode> brief(Scalar text, Reading reading) {
    try {
      return List.of(mapping(ClassicVolume.parse(text.text()), text));
    } catch (IllegalArgumentException wrong) {
      reading
          .faults()
          .invalid(
              text.where(),
              String.valueOf(wrong.getMessage()),
              "write it like ./data:/data or data:/data:ro");
      return List.of();
    }
  }

  private static Mapping mapping(ClassicVolume volume, Scalar text) {
    var where = text.where();
    var entries = new ArrayList<Entry>();
    entries.add(Nodes.entry("type", Nodes.text(volume.type().word(), where)));
    if (!volume.source().isEmpty()) {
      entries.add(Nodes.entry("source", Nodes.text(volume.source(), where)));
    }
    entries.add(Nodes.entry("target", Nodes.text(volume.target(), where)));
    if (volume.readOnly()) {
      entries.add(Nodes.entry("read_only", Nodes.flag(true, where)));
    }
    volume
        .propagation()
        .ifPresent(
            p -> entries.add(Nodes.entry("bind", inside("propagation", Nodes.text(p, where)))));
    if (volume.noCopy()) {
      entries.add(Nodes.entry("volume", inside("nocopy", Nodes.flag(true, where))));
    }
    return Nodes.mapping(entries, where);
  }

  private static Mapping inside(String key, Scalar value) {
    return Nodes.mapping(List.of(Nodes.entry(key, value)), value.where());
  }

  /** A directory of the host is named by its whole path. */
  private static YamlNode resolved(YamlNode mount, Reading reading) {
    var entries = Nodes.index(mount);
    var type = entries.get("type");
    if (type == null || !Nodes.textOf(type.value()).orElse("").equals("bind")) {
      return mount;
    }
    var source = entries.get("source");
    if (source == null) {
      reading
          .faults()
          .invalid(mount.where(), "a mount of type bind needs a source", "write source: ./data");
      return mount;
    }
    var path = LocalPaths.bind(Nodes.textOf(source.value()).orElse(""), reading);
    entries.put("source", new Entry(source.key(), Nodes.text(path, source.value().where())));
    return Nodes.mapping(entries.values(), mount.where());
  }

  @Override
  public YamlNode printed(YamlNode item) {
    return FIELDS.printed(item).orElse(item);
  }
}
