package dev.catamaran.compose;

import dev.catamaran.compose.text.Quantities;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.Mount.Options;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The short form of a tmpfs: {@code /run:size=64m,mode=1777}. */
final class TmpfsText {
  private TmpfsText() {}

  /** Empty, with a finding, for options that a Swarm service does not take. */
  static Optional<Mount> parse(String text, YamlNode place, Values values) {
    int colon = text.indexOf(':');
    var target = colon < 0 ? text : text.substring(0, colon);
    var bytes = OptionalLong.empty();
    var mode = OptionalInt.empty();
    for (var option : (colon < 0 ? "" : text.substring(colon + 1)).split(",", -1)) {
      int sign = option.indexOf('=');
      var value = option.substring(sign + 1);
      var size = Quantities.bytes(value);
      if (option.startsWith("size=") && size.isPresent()) {
        bytes = OptionalLong.of(size.get());
      } else if (option.startsWith("mode=") && value.matches("[0-7]{1,5}")) {
        mode = OptionalInt.of(Integer.parseInt(value, 8));
      } else if (!option.isEmpty()) {
        return values.wrong(
            place,
            "a path with size= and mode= at most",
            "Swarm takes no other options of a tmpfs");
      }
    }
    var options = new Options(Optional.empty(), false, Optional.empty(), bytes, mode);
    return Optional.of(
        new Mount(Mount.Type.TMPFS, Optional.empty(), target, false, Optional.empty(), options));
  }
}
