package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileUse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code configs:} and {@code secrets:} of a service. */
final class FileUseReader {
  private static final int READ_BY_ALL = 0444;
  private static final String ROOT = "0";
  private static final String SECRETS = "/run/secrets/";

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
    var fields = Fields.of(node, values);
    var source = fields.text("source");
    if (source.isEmpty()) {
      values.faults().invalid(fields.where(), "a " + kind.word() + " needs a source");
    }
    return source.map(name ->
        new FileUse(
            kind,
            name,
            fields.text("target").map(t -> target(kind, name, t)).orElse(name),
            fields.loose("uid").orElse(ROOT),
            fields.loose("gid").orElse(ROOT),
            fields.node("mode").flatMap(values::mode).orElse(READ_BY_ALL)));
  }

  /** Compose writes the usual place out, which is another path in a Windows container. */
  private static String target(FileKind kind, String source, String written) {
    var usual = kind == FileKind.SECRET ? SECRETS + source : "/" + source;
    return written.equals(usual) ? source : written;
  }
}
