package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Faults;
import java.util.List;

/** Configs and secrets: where their content comes from. */
final class FileObjects {
  private static final List<String> CONFIG = List.of("file", "environment", "content");
  private static final List<String> SECRET = List.of("file", "environment");

  private FileObjects() {}

  static YamlNode checkConfig(YamlNode node, Faults faults) {
    return check(node, CONFIG, "config", faults);
  }

  static YamlNode checkSecret(YamlNode node, Faults faults) {
    return check(node, SECRET, "secret", faults);
  }

  private static YamlNode check(YamlNode node, List<String> sources, String what, Faults faults) {
    if (!(node instanceof Mapping object)) {
      return node;
    }
    var written = object.entries().stream().filter(e -> sources.contains(e.name())).toList();
    if (written.size() > 1) {
      faults.invalid(
          written.get(1).key().where(),
          "a " + what + " has one source, and here are " + written.size() + ": " + names(written),
          "keep one of them");
    }
    boolean given =
        !written.isEmpty()
            || object.entry("driver").isPresent()
            || object.entry("external").isPresent();
    if (!given) {
      faults.invalid(
          object.where(),
          "this " + what + " does not say where its content comes from",
          "write one of " + String.join(", ", sources) + ", or external: true");
    }
    return node;
  }

  private static String names(List<Entry> entries) {
    return String.join(", ", entries.stream().map(Entry::name).toList());
  }

  static YamlNode checkWatchedPath(YamlNode node, Faults faults) {
    if (node instanceof Scalar s && s.text().isEmpty()) {
      faults.invalid(s.where(), "the watched path is empty", "write a path, . for the project's");
    }
    return node;
  }
}
