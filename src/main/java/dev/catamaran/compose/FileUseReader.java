package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileUse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code configs:} and {@code secrets:} of a service. */
final class FileUseReader {
  private static final int READ_BY_ALL = 0444;
  private static final int MODE_BITS = 07777;
  private static final String ROOT = "0";

  private final Values values;

  FileUseReader(Values values) {
    this.values = values;
  }

  List<FileUse> read(Fields service) {
    return Stream.concat(
            service.items("configs").stream().flatMap(n -> one(FileKind.CONFIG, n).stream()),
            service.items("secrets").stream().flatMap(n -> one(FileKind.SECRET, n).stream()))
        .toList();
  }

  private Optional<FileUse> one(FileKind kind, YamlNode node) {
    return switch (node) {
      case Scalar s ->
          values.text(s).map(name -> new FileUse(kind, name, name, ROOT, ROOT, READ_BY_ALL));
      case Mapping m -> longForm(kind, new Fields(m, values));
      case Sequence s -> values.wrong(s, "the name of a " + kind.word(), "write its name");
    };
  }

  private Optional<FileUse> longForm(FileKind kind, Fields fields) {
    var source = fields.text("source");
    if (source.isEmpty()) {
      values.faults().invalid(fields.where(), "a " + kind.word() + " needs a source");
      return Optional.empty();
    }
    return Optional.of(
        new FileUse(
            kind,
            source.get(),
            fields.text("target").orElse(source.get()),
            fields.loose("uid").orElse(ROOT),
            fields.loose("gid").orElse(ROOT),
            fields.node("mode").flatMap(this::mode).orElse(READ_BY_ALL)));
  }

  /** A number as YAML has it, 0440 being octal; digits in quotes are octal too. */
  private Optional<Integer> mode(YamlNode node) {
    if (node instanceof Scalar s) {
      var bits =
          s.asLong()
              .or(() ->
                  s.text().matches("(?:0o?)?[0-7]{1,5}")
                      ? Optional.of(Long.parseLong(s.text().replace("o", ""), 8))
                      : Optional.empty());
      if (bits.isPresent() && bits.get() >= 0 && bits.get() <= MODE_BITS) {
        return bits.map(Long::intValue);
      }
    }
    return values.wrong(node, "permission bits", "write them in octal, such as 0440");
  }
}
