package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileUse;
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
  Patch write(Patch patch, List<FileUse> uses) {
    var secrets = patch.items("Secrets", references(patch, FileKind.SECRET, uses));
    return api.atLeast(1, 30)
        ? secrets.items("Configs", references(patch, FileKind.CONFIG, uses))
        : secrets;
  }

  /** A reference without a file serves something else, such as a credential spec: it stays. */
  private List<Json> references(Patch patch, FileKind kind, List<FileUse> uses) {
    var references = new ArrayList<Json>();
    patch.tree().get(key(kind)).items().stream()
        .filter(r -> r.get("File").isNull())
        .forEach(references::add);
    uses.stream().filter(u -> u.kind() == kind).map(this::reference).forEach(references::add);
    return references;
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
