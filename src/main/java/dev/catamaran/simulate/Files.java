package dev.catamaran.simulate;

import dev.catamaran.json.Json;
import dev.catamaran.spec.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Stores, relabels and removes configs and secrets. */
final class Files {
  private Files() {}

  static String create(Draft draft, Event.CreateFile event) {
    var kind = event.kind();
    var name = event.spec().get("Name").text().orElse("");
    if (name.isEmpty()) {
      throw Refusal.invalid("name must be provided");
    }
    if (draft.files.values().stream().anyMatch(f -> f.kind() == kind && f.name().equals(name))) {
      throw Refusal.exists(kind.word() + " " + name + " already exists");
    }
    var file = new SimFile(draft.mint(), kind, name, event.spec());
    draft.put(file);
    return file.id();
  }

  static void update(Draft draft, Event.UpdateFile event) {
    var file = require(draft, event.kind(), event.id());
    if (file.meta().version() != event.version()) {
      throw Refusal.outOfSequence();
    }
    var data = event.spec().get("Data");
    if (!data.isNull() && !data.equals(file.spec().get("Data"))) {
      throw Refusal.invalid("only updates to Labels are allowed");
    }
    draft.put(
        new SimFile(
            file.meta(),
            file.kind(),
            file.name(),
            file.spec().with("Labels", event.spec().get("Labels"))));
  }

  static void remove(Draft draft, FileKind kind, String id) {
    var file = require(draft, kind, id);
    var users =
        draft.services.values().stream()
            .filter(s -> used(kind, s.spec()).contains(id))
            .map(SimService::name)
            .collect(Collectors.joining(", "));
    if (!users.isEmpty()) {
      throw Refusal.invalid(
          kind.word()
              + " '"
              + file.name()
              + "' is in use by the following "
              + (users.contains(",") ? "services" : "service")
              + ": "
              + users);
    }
    draft.files.remove(id);
  }

  private static SimFile require(Draft draft, FileKind kind, String id) {
    var file = draft.files.get(id);
    if (file == null || file.kind() != kind) {
      throw Refusal.notFound(kind.word(), id);
    }
    return file;
  }

  /** Every config and secret that a service names has to be there. */
  static void requireUsed(Draft draft, Json.Obj spec) {
    for (var kind : FileKind.values()) {
      var missing = new ArrayList<String>();
      for (var reference : references(kind, spec)) {
        var id = reference.get(id(kind)).text().orElse("");
        var file = draft.files.get(id);
        if (file == null || file.kind() != kind) {
          missing.add(reference.get(name(kind)).text().orElse(id));
        }
      }
      if (!missing.isEmpty()) {
        throw Refusal.invalid(
            kind.word()
                + (missing.size() == 1 ? "" : "s")
                + " not found: "
                + String.join(", ", missing));
      }
    }
  }

  private static List<String> used(FileKind kind, Json.Obj spec) {
    return references(kind, spec).stream().flatMap(r -> r.get(id(kind)).text().stream()).toList();
  }

  private static List<Json> references(FileKind kind, Json.Obj spec) {
    var list = kind == FileKind.CONFIG ? "Configs" : "Secrets";
    return spec.at("TaskTemplate", "ContainerSpec", list).items();
  }

  private static String id(FileKind kind) {
    return kind == FileKind.CONFIG ? "ConfigID" : "SecretID";
  }

  private static String name(FileKind kind) {
    return kind == FileKind.CONFIG ? "ConfigName" : "SecretName";
  }
}
