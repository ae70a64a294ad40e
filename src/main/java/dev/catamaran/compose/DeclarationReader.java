package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.spec.Content;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.Mount;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the entries of the top-level networks, volumes, configs and secrets. */
final class DeclarationReader {
  private final Surroundings surroundings;
  private final Values values;

  DeclarationReader(Surroundings surroundings, Values values) {
    this.surroundings = surroundings;
    this.values = values;
  }

  NetworkDeclaration network(Entry entry) {
    var fields = Fields.of(entry.value(), values);
    return new NetworkDeclaration(
        entry.name(),
        PlacesOf.entry(entry),
        name(entry, fields),
        external(fields),
        fields.text("driver").filter(d -> !d.equals("default")),
        fields.labels("driver_opts"),
        fields.flag("attachable"),
        fields.flag("internal"),
        fields.labels("labels"));
  }

  VolumeDeclaration volume(Entry entry) {
    var fields = Fields.of(entry.value(), values);
    if (external(fields)) {
      Stream.of("driver", "driver_opts", "labels")
          .filter(fields::has)
          .forEach(key ->
              values
                  .faults()
                  .invalid(
                      fields.place(key),
                      "an external volume exists already and takes no " + key,
                      "remove " + key + ", or remove external"));
    }
    return new VolumeDeclaration(
        entry.name(),
        entry.key().where(),
        name(entry, fields),
        external(fields),
        new Mount.Volume(
            fields.text("driver"), fields.labels("driver_opts"), fields.labels("labels")));
  }

  FileDeclaration file(FileKind kind, Entry entry) {
    var fields = Fields.of(entry.value(), values);
    var content = external(fields) ? Optional.<Content>empty() : content(kind, entry, fields);
    return new FileDeclaration(
        kind,
        entry.name(),
        entry.key().where(),
        name(entry, fields),
        fields.labels("labels"),
        content);
  }

  private boolean external(Fields fields) {
    return fields
        .node("external")
        .map(n -> n instanceof Mapping || values.flag(n).orElse(false))
        .orElse(false);
  }

  /** An external thing is called by its key where nothing else is said. */
  private Optional<String> name(Entry entry, Fields fields) {
    var below =
        fields
            .node("external")
            .filter(Mapping.class::isInstance)
            .flatMap(n -> Fields.of(n, values).text("name"));
    var name = fields.text("name").or(() -> below);
    return external(fields) ? name.or(() -> Optional.of(entry.name())) : name;
  }

  private Optional<Content> content(FileKind kind, Entry entry, Fields fields) {
    var sources = Stream.of("file", "content", "environment").filter(fields::has).toList();
    if (sources.size() != 1) {
      values
          .faults()
          .invalid(
              entry.key().where(),
              "a " + kind.word() + " takes its content from one place, not " + sources.size(),
              "write one of file:, environment: or external: true");
      return Optional.empty();
    }
    return switch (sources.getFirst()) {
      case "file" -> fields.text("file").flatMap(path -> read(kind, path, fields));
      case "environment" -> fields.text("environment").flatMap(v -> variable(v, fields));
      default -> fields.node("content").flatMap(values::text).map(DeclarationReader::bytes);
    };
  }

  private Optional<Content> read(FileKind kind, String path, Fields fields) {
    var bytes = surroundings.files().read(path);
    if (bytes.isEmpty()) {
      values
          .faults()
          .add(
              Finding.error(
                      Code.FILE_MISSING,
                      "the file " + path + " of a " + kind.word() + " cannot be read")
                  .at(fields.node("file").orElseThrow().where()));
    }
    return bytes.map(Content::new);
  }

  private Optional<Content> variable(String name, Fields fields) {
    var value = surroundings.variable(name);
    if (value.isEmpty()) {
      values
          .faults()
          .add(
              Finding.error(Code.VARIABLE_REQUIRED, "the variable " + name + " is not set")
                  .at(fields.node("environment").orElseThrow().where())
                  .tryThis(List.of("set " + name + " in the environment or in .env")));
    }
    return value.map(DeclarationReader::bytes);
  }

  private static Content bytes(String text) {
    return new Content(text.getBytes(StandardCharsets.UTF_8));
  }
}
