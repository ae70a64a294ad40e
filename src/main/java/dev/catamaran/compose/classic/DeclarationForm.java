package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import java.util.Map;
import java.util.Optional;

/** A network, volume, secret or config; one of a later file takes the place of an earlier one. */
record DeclarationForm(Kind kind) implements Form {
  static final String CLUSTER = "x-cluster-spec";
  private static final String NAME = "name";
  private static final String FILE = "file";
  private static final String DRIVER = "driver";
  private static final String EXTERNAL = "external";

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    return DeclarationFields.of(kind)
        .read(node, reading)
        .map(read -> {
          var entries = Nodes.index(read);
          if (entries.containsKey(EXTERNAL)) {
            external(entries, node, reading);
          } else {
            own(entries, node, reading);
          }
          return Nodes.mapping(entries.values(), node.where());
        });
  }

  private void external(Map<String, Entry> entries, YamlNode node, Reading reading) {
    for (var key : kind.foreignToExternal()) {
      var entry = entries.get(key);
      if (entry != null && !isEmpty(entry.value())) {
        conflict(entry, "an external " + kind.word() + " cannot have a " + key, reading);
      }
    }
    var cluster = entries.get(CLUSTER);
    if (cluster != null) {
      conflict(cluster, "an external volume cannot have " + CLUSTER, reading);
    }
    var older =
        node instanceof Mapping m
            ? m.get(EXTERNAL).flatMap(ExternalForm::name)
            : Optional.<Scalar>empty();
    var name = entries.get(NAME);
    if (older.isPresent() && name != null) {
      conflict(name, "the " + kind.word() + " has two names, here and under external", reading);
    }
    older
        .or(() ->
            name == null ? Optional.of(Nodes.text(reading.name(), node.where())) : Optional.empty())
        .ifPresent(n -> entries.put(NAME, Nodes.entry(NAME, n)));
  }

  private static boolean isEmpty(YamlNode node) {
    return node instanceof Mapping m && m.entries().isEmpty();
  }

  private static void conflict(Entry entry, String message, Reading reading) {
    reading.faults().invalid(entry.key().where(), message, "remove one of the two");
  }

  private void own(Map<String, Entry> entries, YamlNode node, Reading reading) {
    if (!kind.hasFile()) {
      // Docker keeps extensions of external networks and volumes only.
      entries.keySet().removeIf(k -> k.startsWith("x-") && !k.equals(CLUSTER));
      return;
    }
    var file = entries.get(FILE);
    if (entries.containsKey(DRIVER)) {
      if (file != null) {
        conflict(file, "the " + kind.word() + " comes from its driver, not from a file", reading);
      }
      return;
    }
    var where = file == null ? node.where() : file.value().where();
    var path = file == null ? "" : Nodes.textOf(file.value()).orElse("");
    entries.put(FILE, Nodes.entry(FILE, Nodes.text(LocalPaths.file(path, reading), where)));
  }

  @Override
  public Optional<YamlNode> printed(YamlNode node) {
    return DeclarationFields.of(kind).printed(node);
  }
}
