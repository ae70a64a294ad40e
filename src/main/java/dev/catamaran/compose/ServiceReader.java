package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.finding.Faults;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import dev.catamaran.model.ServiceName;
import dev.catamaran.spec.Container;
import dev.catamaran.spec.Isolation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one service; each attribute with rules of its own has a class of its own. */
final class ServiceReader {
  private final Set<ServiceName> declared;
  private final Values values;

  ServiceReader(Set<ServiceName> declared, Faults faults) {
    this.declared = declared;
    this.values = new Values(faults);
  }

  Service read(ServiceName name, Entry entry) {
    var fields = Fields.of(entry.value(), values);
    return new Service(
        name,
        fields.text("image").flatMap(t -> image(t, fields)),
        fields.text("platform").flatMap(t -> platform(t, fields)),
        container(fields),
        new PortReader(values).read(fields.items("ports")),
        AttachmentReader.read(fields),
        new DeployReader(fields).read(),
        new NeedsReader(declared, values).read(fields),
        PlacesOf.entry(entry));
  }

  private Container container(Fields fields) {
    return new Container(
        CommandReader.read(fields),
        fields.labels("labels"),
        fields.text("hostname"),
        new MountReader(values).read(fields),
        new FileUseReader(values).read(fields),
        HealthcheckReader.read(fields),
        fields.text("isolation").flatMap(t -> isolation(t, fields)),
        fields.duration("stop_grace_period"),
        new ExecutionReader(fields).read());
  }

  private Optional<ImageRef> image(String text, Fields fields) {
    try {
      return Optional.of(ImageRef.parse(text));
    } catch (IllegalArgumentException wrong) {
      values
          .faults()
          .invalid(
              node(fields, "image").where(),
              "\"" + text + "\" is no image reference: " + wrong.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Platform> platform(String text, Fields fields) {
    return Platform.parse(text)
        .or(() ->
            values.wrong(node(fields, "platform"), "a platform", "write it like linux/amd64"));
  }

  private Optional<Isolation> isolation(String text, Fields fields) {
    return Isolation.of(text)
        .or(() ->
            values.wrong(
                node(fields, "isolation"), "default, process or hyperv", "choose one of them"));
  }

  private static YamlNode node(Fields fields, String key) {
    return fields.node(key).orElseThrow();
  }

  /** The services that can be named at all, for references from one to another. */
  static Set<ServiceName> names(List<Entry> services) {
    return services.stream()
        .flatMap(e -> ServiceName.parse(e.name()).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
