package dev.catamaran.orchestrator.swarm;

import dev.catamaran.cluster.LiveFile;
import dev.catamaran.json.Json;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileSpec;
import java.util.Base64;

/** Configs and secrets, both ways. */
final class FileWire {
  private FileWire() {}

  /** {@code /configs} or {@code /secrets}. */
  static String path(FileKind kind) {
    return "/" + kind.word() + "s";
  }

  static Json.Obj write(FileSpec file) {
    return Json.object()
        .with("Name", file.name())
        .with("Labels", Json.texts(file.labels()))
        .with("Data", Base64.getEncoder().encodeToString(file.content().bytes()));
  }

  static LiveFile read(FileKind kind, Json file) {
    return new LiveFile(
        kind,
        file.get("ID").text().orElse(""),
        file.at("Spec", "Name").text().orElse(""),
        file.at("Spec", "Labels").textMembers());
  }
}
