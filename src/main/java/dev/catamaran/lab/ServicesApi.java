package dev.catamaran.lab;

import dev.catamaran.json.Json;
import dev.catamaran.simulate.Event;
import dev.catamaran.simulate.Refusal;
import dev.catamaran.simulate.SimService;
import dev.catamaran.simulate.World;
import dev.catamaran.spec.Deployment.Mode;
import java.util.List;

/** Services over the Engine API. */
final class ServicesApi {
  private static final List<String> FILTERS = List.of("id", "label", "mode", "name", "runtime");

  private final LiveWorld world;

  ServicesApi(LiveWorld world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "services", this::list),
        Route.of("POST", "services/create", this::create),
        Route.of("GET", "services/*", ask -> Answer.ok(ServiceWire.json(find(ask)))),
        Route.of("POST", "services/*/update", this::update),
        Route.of("DELETE", "services/*", this::remove),
        Route.of("GET", "services/*/logs", ServicesApi::noLogs));
  }

  static Answer noLogs(Ask ask) {
    return Answer.message(
        501, "a Catamaran lab is simulated: its tasks write no logs (" + ask.argument() + ")");
  }

  private SimService find(Ask ask) {
    return Find.service(world.now(), ask.argument());
  }

  private Answer list(Ask ask) {
    var now = world.now();
    var filters = new Filters(ask.filters(FILTERS));
    return Answer.list(
        now.services().values().stream()
            .filter(s -> filters.id("id", s.id()) && filters.name(s.name()))
            .filter(s -> filters.labels("label", s.spec().get("Labels").textMembers()))
            .filter(s -> filters.is("mode", mode(s)) && filters.is("runtime", "container"))
            .map(s -> json(now, s, ask.flag("status")))
            .toList());
  }

  private static Json.Obj json(World now, SimService service, boolean status) {
    return status ? ServiceWire.withStatus(now, service) : ServiceWire.json(service);
  }

  private static String mode(SimService service) {
    return switch (service.wish().mode()) {
      case Mode.Replicated _ -> "replicated";
      case Mode.Global _ -> "global";
      case Mode.ReplicatedJob _ -> "replicated-job";
      case Mode.GlobalJob _ -> "global-job";
    };
  }

  private Answer create(Ask ask) {
    var id = world.submit(new Event.CreateService(ask.body())).id();
    return new Answer.Body(201, Json.object().with("ID", id));
  }

  private Answer update(Ask ask) {
    boolean rollback = ask.query().getOrDefault("rollback", "").equals("previous");
    var body = ask.text().isBlank() && rollback ? Json.object() : ask.body();
    world.submit(new Event.UpdateService(find(ask).id(), ask.version(), body, rollback));
    return Answer.ok(Json.object().with("Warnings", Json.Null.NULL));
  }

  private Answer remove(Ask ask) {
    var service = find(ask);
    try {
      world.submit(new Event.RemoveService(service.id()));
    } catch (Refusal gone) {
      throw gone.kind() == Refusal.Kind.NOT_FOUND
          ? Refusal.notFound("service", ask.argument())
          : gone;
    }
    return new Answer.Bare(200);
  }
}
