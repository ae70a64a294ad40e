package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.ProjectName;
import dev.catamaran.model.ServiceName;
import dev.catamaran.model.Where;
import dev.catamaran.spec.FileKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the merged file as a project. */
final class ProjectReader {
  private final Surroundings surroundings;
  private final Faults faults;
  private final Fields file;

  ProjectReader(Surroundings surroundings, Faults faults, Mapping file) {
    this.surroundings = surroundings;
    this.faults = faults;
    this.file = new Fields(file, new Values(faults));
  }

  Project read(ProjectName name) {
    var declarations = new DeclarationReader(name, surroundings, file.values());
    var services = services();
    return new Project(
        name,
        services,
        networks(services, declarations),
        byKey("volumes", declarations::volume),
        byKey("configs", e -> declarations.file(FileKind.CONFIG, e)),
        byKey("secrets", e -> declarations.file(FileKind.SECRET, e)));
  }

  private Map<ServiceName, Service> services() {
    var entries = file.below("services").named();
    var declared = ServiceReader.names(entries);
    var services = new LinkedHashMap<ServiceName, Service>();
    for (var entry : entries) {
      ServiceName.parse(entry.name())
          .ifPresentOrElse(
              name ->
                  services.put(
                      name, new ServiceReader(declared, faults.of(name)).read(name, entry)),
              () -> badName(entry));
    }
    return services;
  }

  private void badName(Entry entry) {
    faults.add(
        Finding.error(Code.NAME_INVALID, "\"" + entry.name() + "\" cannot be the name of a service")
            .at(entry.key().where())
            .tryThis("use letters, digits, \".\", \"_\" and \"-\" only"));
  }

  /** The declared networks, and {@code default} where a service is on it. */
  private Map<String, NetworkDeclaration> networks(
      Map<ServiceName, Service> services, DeclarationReader declarations) {
    var networks = new LinkedHashMap<>(byKey("networks", declarations::network));
    boolean used =
        services.values().stream()
            .flatMap(s -> s.networks().stream())
            .anyMatch(a -> a.network().equals(AttachmentReader.DEFAULT));
    if (used) {
      networks.computeIfAbsent(
          AttachmentReader.DEFAULT, key -> implicit(key, file.place("services")));
    }
    return networks;
  }

  private static NetworkDeclaration implicit(String key, Where where) {
    return new NetworkDeclaration(
        key,
        new Places(Map.of("", where)),
        Optional.empty(),
        false,
        Optional.empty(),
        Map.of(),
        false,
        false,
        Map.of());
  }

  private <T> Map<String, T> byKey(String key, Function<Entry, T> reader) {
    var result = new LinkedHashMap<String, T>();
    List<Entry> entries = file.below(key).named();
    entries.forEach(e -> result.put(e.name(), reader.apply(e)));
    return result;
  }
}
