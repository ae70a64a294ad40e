package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;

/** Networks, volumes, configs and secrets that exist already: {@code external}. */
final class Externals {
  private static final String EXTERNAL = "external";
  private static final String NAME = "name";

  private Externals() {}

  /** The old {@code external: {name: x}} becomes a name beside {@code external: true}. */
  static YamlNode longForm(YamlNode node, Faults faults) {
    if (!(node instanceof Mapping resource) || Found.mapping(resource, EXTERNAL).isEmpty()) {
      return node;
    }
    var external = Found.mapping(resource, EXTERNAL).get();
    var plain = Made.put(resource, EXTERNAL, Made.flag(true, external.where()));
    var old = Found.scalar(external, NAME);
    if (old.isEmpty()) {
      return plain;
    }
    faults.add(
        Finding.warning(Code.VALUE_INVALID, "external.name is deprecated")
            .at(old.get().where())
            .tryThis("write name: beside external: true"));
    var name = Found.scalar(resource, NAME);
    if (name.isPresent() && !name.get().text().equals(old.get().text())) {
      faults.invalid(
          old.get().where(),
          "name and external.name give two names",
          "write name: beside external: true, and no external.name");
    }
    return Made.putIfAbsent(plain, NAME, old.get());
  }

  /** What exists already cannot be told here what it shall be. */
  static YamlNode checkVolume(YamlNode node, Faults faults) {
    if (node instanceof Mapping volume && Found.isTrue(volume, EXTERNAL)) {
      for (var entry : volume.entries()) {
        var key = entry.name();
        if (!key.equals(NAME) && !key.equals(EXTERNAL) && !key.startsWith("x-")) {
          faults.invalid(
              entry.key().where(),
              "an external volume exists already and takes no " + key,
              "remove " + key + ", or remove external");
        }
      }
    }
    return node;
  }
}
