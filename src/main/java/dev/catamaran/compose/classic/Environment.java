package dev.catamaran.compose.classic;

import dev.catamaran.compose.text.EnvFileText;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Where;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The variables of a service: its env files, what it says itself, what the operator has set. */
final class Environment {
  private final Reading reading;
  private final Map<String, Entry> found = new LinkedHashMap<>();

  Environment(Reading reading) {
    this.reading = reading;
  }

  /** Puts the whole environment into the service. */
  void resolve(Map<String, Entry> service) {
    var files = Optional.ofNullable(service.get(ServiceFields.ENV_FILE)).map(Entry::value);
    var own = Optional.ofNullable(service.get(ServiceFields.ENVIRONMENT)).map(Entry::value);
    files.ifPresent(list -> TextsForm.items(list).forEach(this::file));
    found.replaceAll((name, entry) -> filled(entry));
    own.ifPresent(
        node -> Nodes.index(node).forEach((name, entry) -> found.put(name, filled(entry))));
    own.or(() -> files)
        .ifPresent(node ->
            service.put(
                ServiceFields.ENVIRONMENT,
                Nodes.entry(
                    ServiceFields.ENVIRONMENT, Nodes.mapping(found.values(), node.where()))));
  }

  /** Docker takes an empty value for one that the operator's environment may fill. */
  private Entry filled(Entry entry) {
    boolean empty = entry.value() instanceof Scalar s && (s.isNull() || s.text().isEmpty());
    return empty
        ? reading
            .variable(entry.name())
            .map(v -> new Entry(entry.key(), Nodes.text(v, entry.value().where())))
            .orElse(entry)
        : entry;
  }

  private void file(YamlNode node) {
    var path = Nodes.textOf(node).orElse("");
    var bytes = reading.input().files().read(path);
    if (bytes.isEmpty()) {
      reading
          .faults()
          .add(
              Finding.error(Code.FILE_MISSING, "the env file " + path + " cannot be read")
                  .at(node.where())
                  .because("it is looked for in " + reading.input().directory())
                  .tryThis("correct the path, or remove it"));
      return;
    }
    try {
      EnvFileText.read(bytes.get()).forEach(l -> line(l, path));
    } catch (IllegalArgumentException wrong) {
      reading
          .faults()
          .invalid(
              node.where(),
              "the env file " + path + ": " + wrong.getMessage(),
              "write lines of KEY=value");
    }
  }

  private void line(EnvFileText.Line line, String path) {
    var where = new Where(path, line.number(), 1);
    if (!line.bare()) {
      found.put(line.name(), Nodes.entry(line.name(), Nodes.text(line.value(), where)));
    } else {
      reading
          .variable(line.name())
          .ifPresent(v -> found.put(line.name(), Nodes.entry(line.name(), Nodes.text(v, where))));
    }
  }
}
