package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.spec.Container;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileUse;
import dev.catamaran.spec.Privileges.CredentialSpec.Source;
import java.util.ArrayList;
import java.util.List;

/** References of a container to configs and secrets. */
final class FileUseWire {
  private static final int READABLE = 0444;

  private final ApiVersion api;
  private final Names names;

  FileUseWire(ApiVersion api, Names names) {
    this.api = api;
    this.names = names;
  }

  /** Configs came with API 1.30, secrets with 1.25. */
  Patch write(Patch patch, Container container) {
    var configs = references(FileKind.CONFIG, container.files());
    container
        .execution()
        .privileges()
        .credentialSpec()
        .filter(s -> s.source() == Source.CONFIG && api.atLeast(1, 40))
        .ifPresent(s -> configs.add(runtimeReference(s.value())));
    return patch
        .items("Secrets", references(FileKind.SECRET, container.files()))
        .when(api.atLeast(1, 30), p -> p.items("Configs", configs));
  }

  private List<Json> references(FileKind kind, List<FileUse> uses) {
    var references = new ArrayList<Json>();
    uses.stream().filter(u -> u.kind() == kind).map(this::reference).forEach(references::add);
    return references;
  }

  /** For a credential spec: the engine reads the config itself, and no container sees it. */
  private Json runtimeReference(String config) {
    return Json.object()
        .with("Runtime", Json.object())
        .with("ConfigID", names.fileId(FileKind.CONFIG, config))
        .with("ConfigName", config);
  }

  /** The name of a config that a container refers to; an id that it does not is shown itself. */
  static String configName(Json container, String id) {
    return container.get(key(FileKind.CONFIG)).items().stream()
        .filter(r -> r.get("ConfigID").text().orElse("").equals(id))
        .flatMap(r -> r.get("ConfigName").nonEmptyText().stream())
        .findFirst()
        .orElse(id);
  }

  private Json reference(FileUse use) {
    var file =
        Json.object()
            .with("Name", use.target())
            .with("UID", use.uid())
            .with("GID", use.gid())
            .with("Mode", use.mode());
    var prefix = prefix(use.kind());
    return Json.object()
        .with("File", file)
        .with(prefix + "ID", names.fileId(use.kind(), use.source()))
        .with(prefix + "Name", use.source());
  }

  private static String prefix(FileKind kind) {
    return kind == FileKind.CONFIG ? "Config" : "Secret";
  }

  private static String key(FileKind kind) {
    return prefix(kind) + "s";
  }

  /** Configs first. */
  static List<FileUse> read(Json container) {
    var uses = new ArrayList<FileUse>();
    for (var kind : FileKind.values()) {
      container.get(key(kind)).items().stream()
          .filter(r -> !r.get("File").isNull())
          .map(r -> readUse(kind, r))
          .forEach(uses::add);
    }
    return uses;
  }

  private static FileUse readUse(FileKind kind, Json reference) {
    var file = reference.get("File");
    return new FileUse(
        kind,
        reference.get(prefix(kind) + "Name").text().orElse(""),
        file.get("Name").text().orElse(""),
        file.get("UID").text().orElse(""),
        file.get("GID").text().orElse(""),
        Math.toIntExact(file.get("Mode").number().orElse(READABLE)));
  }
}
