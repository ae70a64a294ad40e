package dev.catamaran.lab;

import dev.catamaran.cluster.Node;
import dev.catamaran.json.Json;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.simulate.Refusal;
import dev.catamaran.simulate.SimNode;
import dev.catamaran.simulate.World;
import dev.catamaran.spec.Labels;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What the manager's engine says of itself, of the swarm, and as events. */
final class SystemApi {
  static final String PRODUCT = "Catamaran lab (simulated)";
  private static final List<String> EVENT_FILTERS =
      List.of(
          "type",
          "event",
          "scope",
          "label",
          "service",
          "node",
          "network",
          "config",
          "secret",
          "container",
          "image",
          "daemon",
          "plugin",
          "volume");

  private static final List<String> KINDS =
      List.of("service", "node", "network", "config", "secret");

  private final LiveWorld world;
  private final EventLog events;

  SystemApi(LiveWorld world, EventLog events) {
    this.world = world;
    this.events = events;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "version", _ -> Answer.ok(version())),
        Route.of("GET", "info", _ -> Answer.ok(info())),
        Route.of("GET", "swarm", _ -> Answer.ok(swarm(world.now()))),
        Route.of("GET", "events", this::events),
        // `docker inspect` asks for these kinds before it asks for services and tasks.
        Route.of("GET", "containers/*/json", ask -> none("container", ask)),
        Route.of("GET", "images/**/json", ask -> none("image", ask)),
        Route.of("GET", "volumes/*", ask -> none("volume", ask)),
        Route.of("GET", "plugins/**/json", ask -> none("plugin", ask)));
  }

  private static Answer none(String kind, Ask ask) {
    return Answer.message(404, "No such " + kind + ": " + ask.argument());
  }

  ApiVersion api() {
    return world.now().manager().facts().engine().map(SpokenApi::of).orElse(SpokenApi.OLDEST);
  }

  String os() {
    return world.now().manager().facts().platform().os().word();
  }

  private Json.Obj version() {
    var manager = world.now().manager();
    var details =
        Json.object()
            .with("ApiVersion", api().toString())
            .with("MinAPIVersion", SpokenApi.OLDEST.toString())
            .with("Os", manager.facts().platform().os().word())
            .with("Arch", manager.facts().platform().architecture())
            .with("KernelVersion", "simulated")
            .with("GitCommit", "simulated")
            .with("GoVersion", "none");
    var version = NodeWire.engine(manager);
    var component =
        Json.object().with("Name", "Engine").with("Version", version).with("Details", details);
    var json =
        Json.object()
            .with("Platform", Json.object().with("Name", PRODUCT))
            .with("Components", Json.array(component))
            .with("Version", version);
    for (var detail : details.members().entrySet()) {
      json = json.with(detail.getKey(), detail.getValue());
    }
    return json;
  }

  private Json.Obj info() {
    var now = world.now();
    var manager = now.manager();
    return Json.object()
        .with("ID", manager.id())
        .with("Name", manager.name().text())
        .with("ServerVersion", manager.facts().engine().map(EngineVersion::text).orElse(""))
        .with("OperatingSystem", PRODUCT)
        .with("OSType", manager.facts().platform().os().word())
        .with("OSVersion", "")
        .with("KernelVersion", "simulated")
        .with("Architecture", manager.machine().architecture())
        .with("NCPU", Math.max(1, manager.machine().capacity().nanoCpus() / 1_000_000_000))
        .with("MemTotal", manager.machine().capacity().memoryBytes())
        .with("Driver", "none")
        .with("Plugins", NodeWire.plugins(manager))
        .with("Containers", 0)
        .with("ContainersRunning", 0)
        .with("Images", 0)
        .with("SystemTime", now.now().toString())
        .with("Labels", Json.array(new Json.Text(Labels.SIMULATED + "=true")))
        .with("Warnings", Json.array(new Json.Text("WARNING: this cluster is SIMULATED")))
        .with("Swarm", swarmOf(now, manager));
  }

  private static Json.Obj swarmOf(World now, SimNode manager) {
    var managers =
        now.nodes().values().stream().filter(n -> n.role() == Node.Role.MANAGER).toList();
    return Json.object()
        .with("NodeID", manager.id())
        .with("NodeAddr", manager.machine().address())
        .with("LocalNodeState", "active")
        .with("ControlAvailable", true)
        .with("Error", "")
        .with(
            "RemoteManagers",
            Json.array(
                managers.stream()
                    .map(m ->
                        Json.object()
                            .with("NodeID", m.id())
                            .with("Addr", m.machine().address() + ":" + NodeWire.SWARM_PORT))
                    .toList()))
        .with("Nodes", now.nodes().size())
        .with("Managers", managers.size())
        .with("Cluster", swarm(now));
  }

  private static Json.Obj swarm(World now) {
    var began = now.origin().began().toString();
    return Json.object()
        .with("ID", now.origin().id())
        .with("Version", Json.object().with("Index", 10))
        .with("CreatedAt", began)
        .with("UpdatedAt", began)
        .with(
            "Spec",
            Json.object()
                .with("Name", "default")
                .with("Labels", Json.object().with(Labels.SIMULATED, "true"))
                .with("Orchestration", Json.object().with("TaskHistoryRetentionLimit", 5)))
        .with("RootRotationInProgress", false)
        .with("DefaultAddrPool", Json.array(new Json.Text("10.0.0.0/8")))
        .with("SubnetSize", 24)
        .with("DataPathPort", 4789);
  }

  private Answer events(Ask ask) {
    var filters = new Filters(ask.filters(EVENT_FILTERS));
    return new Answer.Stream(
        events.read(
            event -> fits(filters, event),
            ask.parameter("since").map(SystemApi::moment),
            ask.parameter("until").map(SystemApi::moment)));
  }

  private static boolean fits(Filters filters, Json event) {
    var type = event.get("Type").text().orElse("");
    var id = event.at("Actor", "ID").text().orElse("");
    var name = event.at("Actor", "Attributes", "name").text().orElse("");
    return filters.is("type", type)
        && filters.is("event", event.get("Action").text().orElse(""))
        && filters.is("scope", "swarm")
        && filters.labels("label", event.at("Actor", "Attributes").textMembers())
        && KINDS.stream()
            .allMatch(kind ->
                filters.any(kind, v -> kind.equals(type) && (v.equals(id) || v.equals(name))));
  }

  /** Seconds since 1970 with an optional fraction, as the API takes them. */
  private static Instant moment(String text) {
    try {
      var seconds = new BigDecimal(text);
      return Instant.ofEpochSecond(
          seconds.longValue(), seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    } catch (NumberFormatException _) {
      return Optional.of(text)
          .flatMap(SystemApi::instant)
          .orElseThrow(() ->
              new Refusal(Refusal.Kind.INVALID, "failed to parse \"" + text + "\" as a time"));
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
