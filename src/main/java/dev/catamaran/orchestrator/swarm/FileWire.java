package dev.catamaran.orchestrator.swarm;

import dev.catamaran.cluster.LiveFile;
import dev.catamaran.json.Json;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileSpec;
import java.util.Base64;
import java.util.Optional;

/** Configs and secrets, both ways. */
final class FileWire {
  private FileWire() {}

  /** {@code /configs} or {@code /secrets}. */
  static String path(FileKind kind) {
    return "/" + kind.word() + "s";
  }

  /** A store outside of the engine came with API 1.31, templates with 1.37. */
  static Json.Obj write(ApiVersion api, FileSpec file) {
    var plugins = file.plugins();
    return Patch.NEW
        .text("Name", file.name())
        .json("Labels", Optional.of(Json.texts(file.labels())))
        .text("Data", file.content().map(c -> Base64.getEncoder().encodeToString(c.bytes())))
        .when(api.atLeast(1, 31), f -> DriverWire.write(f, "Driver", plugins.store()))
        .when(
            api.atLeast(1, 37),
            f -> f.inside("Templating", t -> t.text("Name", plugins.templating())))
        .tree();
  }

  static LiveFile read(FileKind kind, Json file) {
    return new LiveFile(
        kind,
        file.get("ID").text().orElse(""),
        file.at("Spec", "Name").text().orElse(""),
        file.at("Spec", "Labels").textMembers());
  }
}
