package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.ProjectName;
import dev.catamaran.spec.Addressing;
import dev.catamaran.spec.Addressing.Pool;
import dev.catamaran.spec.Content;
import dev.catamaran.spec.Content.Origin;
import dev.catamaran.spec.Driver;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileSpec.Plugins;
import dev.catamaran.spec.Mount;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the entries of the top-level networks, volumes, configs and secrets. */
final class DeclarationReader {
  private final ProjectName project;
  private final Surroundings surroundings;
  private final Values values;

  DeclarationReader(ProjectName project, Surroundings surroundings, Values values) {
    this.project = project;
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
        new Driver(
            fields.text("driver").filter(d -> !d.equals("default")), fields.labels("driver_opts")),
        fields.flag("attachable"),
        fields.flag("internal"),
        fields.labels("labels"),
        addressing(fields));
  }

  private Addressing addressing(Fields network) {
    var ipam = network.below("ipam");
    return new Addressing(
        network.flag("enable_ipv6"),
        new Driver(ipam.text("driver"), ipam.labels("options")),
        ipam.items("config").stream()
            .map(n -> Fields.of(n, values))
            .map(p -> new Pool(p.text("subnet"), p.text("gateway"), p.text("ip_range")))
            .toList());
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
    var plugins =
        new Plugins(
            new Driver(fields.text("driver"), fields.labels("driver_opts")),
            fields.text("template_driver"));
    boolean elsewhere = external(fields) || plugins.store().said();
    var content = elsewhere ? Optional.<Content>empty() : content(kind, entry, fields);
    return new FileDeclaration(
        kind,
        entry.name(),
        entry.key().where(),
        name(entry, fields),
        fields.labels("labels"),
        content,
        plugins);
  }

  private boolean external(Fields fields) {
    return fields.flag("external");
  }

  /**
   * An external thing is called by its key where nothing else is said; the name everything gets
   * that has none is no name the user gave.
   */
  private Optional<String> name(Entry entry, Fields fields) {
    var name = fields.text("name");
    return external(fields)
        ? name.or(() -> Optional.of(entry.name()))
        : name.filter(n -> !n.equals(project + "_" + entry.name()));
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
    return bytes.map(b -> new Content(b, new Origin(Origin.Kind.FILE, path)));
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
    var origin = new Origin(Origin.Kind.ENVIRONMENT, name);
    return value.map(v -> new Content(v.getBytes(StandardCharsets.UTF_8), origin));
  }

  private static Content bytes(String text) {
    return new Content(text.getBytes(StandardCharsets.UTF_8));
  }
}
