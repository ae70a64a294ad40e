package dev.catamaran.compose.grammar;

import static dev.catamaran.compose.grammar.Shape.any;
import static dev.catamaran.compose.grammar.Shape.integer;
import static dev.catamaran.compose.grammar.Shape.text;
import static dev.catamaran.compose.grammar.Shape.words;
import static dev.catamaran.compose.grammar.SpecificationFormat.flagOrText;
import static dev.catamaran.compose.grammar.SpecificationFormat.keys;
import static dev.catamaran.compose.grammar.SpecificationFormat.numeric;
import static dev.catamaran.compose.grammar.SpecificationFormat.pairs;

/** The Compose Specification: the long form of a mount. */
final class SpecificationMount {
  private SpecificationMount() {}

  static Shape mount() {
    return keys(
            "type", words("bind", "volume", "tmpfs", "cluster", "npipe", "image"),
            "source", text(),
            "target", text(),
            "read_only", flagOrText(),
            "consistency", text(),
            "bind", bind(),
            "volume", keys("labels", pairs(), "nocopy", flagOrText(), "subpath", text()),
            "tmpfs", keys("size", any(integer(0, Long.MAX_VALUE), text()), "mode", numeric()),
            "image", keys("subpath", text()))
        .requires("type");
  }

  private static Shape bind() {
    return keys(
        "propagation", text(),
        "create_host_path", flagOrText(),
        "recursive", words("enabled", "disabled", "writable", "readonly"),
        "selinux", words("z", "Z"));
  }
}
