package dev.catamaran.lab;

import dev.catamaran.json.Json;
import dev.catamaran.simulate.Event;
import dev.catamaran.simulate.SimFile;
import dev.catamaran.spec.FileKind;
import java.util.List;

/** Configs or secrets over the Engine API; a secret's content never comes back. */
final class FilesApi {
  private static final int CONFIGS_SINCE = 30;
  private static final int SECRETS_SINCE = 25;
  private static final List<String> FILTERS = List.of("id", "label", "name", "names");

  private final LiveWorld world;
  private final FileKind kind;

  FilesApi(LiveWorld world, FileKind kind) {
    this.world = world;
    this.kind = kind;
  }

  List<Route> routes() {
    var all = kind.word() + "s";
    return List.of(
            Route.of("GET", all, this::list),
            Route.of("POST", all + "/create", this::create),
            Route.of("GET", all + "/*", ask -> Answer.ok(json(find(ask)))),
            Route.of("POST", all + "/*/update", this::update),
            Route.of("DELETE", all + "/*", this::remove))
        .stream()
        .map(r -> r.since(kind == FileKind.CONFIG ? CONFIGS_SINCE : SECRETS_SINCE))
        .toList();
  }

  private SimFile find(Ask ask) {
    return Find.file(world.now(), kind, ask.argument());
  }

  private static Json.Obj json(SimFile file) {
    var spec =
        switch (file.kind()) {
          case CONFIG -> file.spec();
          case SECRET -> file.spec().without("Data");
        };
    return NodeWire.head(file.meta()).with("Spec", spec);
  }

  private Answer list(Ask ask) {
    var filters = new Filters(ask.filters(FILTERS));
    return Answer.list(
        world.now().files(kind).stream()
            .filter(f -> filters.id("id", f.id()) && filters.name(f.name()))
            .filter(f -> filters.is("names", f.name()))
            .filter(f -> filters.labels("label", f.spec().get("Labels").textMembers()))
            .map(FilesApi::json)
            .toList());
  }

  private Answer create(Ask ask) {
    var id = world.submit(new Event.CreateFile(kind, ask.body())).id();
    return new Answer.Body(201, Json.object().with("ID", id));
  }

  private Answer update(Ask ask) {
    world.submit(new Event.UpdateFile(kind, find(ask).id(), ask.version(), ask.body()));
    return new Answer.Bare(200);
  }

  private Answer remove(Ask ask) {
    world.submit(new Event.RemoveFile(kind, find(ask).id()));
    return new Answer.Bare(204);
  }
}
