package dev.catamaran.lab;

import dev.catamaran.json.Json;
import dev.catamaran.simulate.Event;
import dev.catamaran.simulate.SimNetwork;
import java.util.List;

/** Networks over the Engine API. */
final class NetworksApi {
  private static final List<String> FILTERS =
      List.of("dangling", "driver", "id", "label", "name", "scope", "type");
  private static final List<String> BUILT_IN = List.of("bridge", "host", "none");

  private final LiveWorld world;

  NetworksApi(LiveWorld world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "networks", this::list),
        Route.of("POST", "networks/create", this::create),
        Route.of("GET", "networks/*", ask -> Answer.ok(NetworkWire.json(find(ask)))),
        Route.of("DELETE", "networks/*", this::remove));
  }

  private SimNetwork find(Ask ask) {
    return Find.network(world.now(), ask.argument());
  }

  private Answer list(Ask ask) {
    var filters = new Filters(ask.filters(FILTERS));
    return Answer.list(
        world.now().networks().values().stream()
            .filter(n -> filters.id("id", n.id()))
            .filter(n -> filters.any("name", n.name()::contains))
            .filter(n -> filters.is("driver", n.driver()))
            .filter(n -> filters.is("scope", NetworkWire.scope(n)))
            .filter(n -> filters.is("type", BUILT_IN.contains(n.name()) ? "builtin" : "custom"))
            .filter(n -> filters.labels("label", n.body().get("Labels").textMembers()))
            .map(NetworkWire::json)
            .toList());
  }

  private Answer create(Ask ask) {
    var id = world.submit(new Event.CreateNetwork(ask.body())).id();
    return new Answer.Body(201, Json.object().with("Id", id).with("Warning", ""));
  }

  private Answer remove(Ask ask) {
    world.submit(new Event.RemoveNetwork(find(ask).id()));
    return new Answer.Bare(204);
  }
}
