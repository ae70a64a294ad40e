package dev.catamaran.simulate;

import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Description;
import dev.catamaran.cluster.Description.Capacity;
import dev.catamaran.cluster.Description.Generic;
import dev.catamaran.cluster.Description.Plugin;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.cluster.Task.State;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.image.Images;
import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A world played by hand: nodes are added, events happen, time passes as told. */
final class Play {
  static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  static final Duration STEP = Duration.ofMillis(10);
  private static final Pace PACE = new Pace(STEP, Duration.ofSeconds(5), Duration.ofSeconds(1));

  private final Map<String, ImageAnswer> answers = new HashMap<>();
  private final Images images =
      image -> answers.getOrDefault(image.familiar(), new ImageAnswer.Unknown("not in the play"));
  final Simulation simulation = new Simulation(new NodeLimits(images, Matrix.load()), PACE);
  World world = World.empty(7, START);

  Play linux(String name) {
    return linux(name, "28.5.2", Map.of());
  }

  Play linux(String name, String engine, Map<String, String> labels) {
    var facts =
        new NodeFacts(
            Platform.of(Os.LINUX, "amd64"),
            Optional.of(new EngineVersion(engine)),
            Optional.of(true),
            Optional.empty());
    return node(name, facts, labels);
  }

  Play windows(String name, String build, String engine) {
    var facts =
        new NodeFacts(
            new Platform(Os.WINDOWS, "amd64", Optional.empty(), OsVersion.parse(build)),
            Optional.of(new EngineVersion(engine)),
            Optional.empty(),
            Optional.of(false));
    return node(name, facts, Map.of());
  }

  private Play node(String name, NodeFacts facts, Map<String, String> labels) {
    int n = world.nodes().size() + 1;
    var role = n == 1 ? Node.Role.MANAGER : Node.Role.WORKER;
    var description =
        new Description(
            Optional.of(new Capacity(4_000_000_000L, 8L << 30, List.of(Generic.counted("gpu", 2)))),
            plugins(facts.windows()),
            Map.of());
    var machine = new SimNode.Machine("system", "10.1.0." + n, "x86_64", description);
    world =
        world.withNode(meta ->
            new SimNode(
                meta,
                new NodeName(name),
                role,
                Node.Availability.ACTIVE,
                Node.State.READY,
                facts,
                machine,
                labels));
    return this;
  }

  private static List<Plugin> plugins(boolean windows) {
    var networks = windows ? List.of("nat", "overlay") : List.of("bridge", "host", "overlay");
    var plugins = new ArrayList<Plugin>();
    networks.forEach(n -> plugins.add(new Plugin(Plugin.NETWORK, n)));
    plugins.add(new Plugin(Plugin.VOLUME, "local"));
    plugins.add(new Plugin(Plugin.LOG, windows ? "etwlogs" : "journald"));
    return plugins;
  }

  Play image(String name, String... platforms) {
    var known = List.of(platforms).stream().map(p -> Platform.parse(p).orElseThrow()).toList();
    answers.put(name, new ImageAnswer.Known(known, Optional.empty(), "play"));
    return this;
  }

  String happens(Event event) {
    var applied = simulation.apply(world, event);
    world = applied.world();
    return applied.id();
  }

  /** A service from JSON with single quotes; the image is {@code app:1} unless it says more. */
  String service(String name, String more) {
    return happens(new Event.CreateService(spec(name, more)));
  }

  static Json.Obj spec(String name, String more) {
    var text = "{'Name':'" + name + "','TaskTemplate':{'ContainerSpec':{'Image':'app:1'}}}";
    return merged(json(text), json(more));
  }

  static Json.Obj json(String singleQuoted) {
    return (Json.Obj) JsonText.parse(singleQuoted.replace('\'', '"'));
  }

  private static Json.Obj merged(Json.Obj under, Json.Obj over) {
    var result = under;
    for (var entry : over.members().entrySet()) {
      var both =
          under.get(entry.getKey()) instanceof Json.Obj u && entry.getValue() instanceof Json.Obj o
              ? merged(u, o)
              : entry.getValue();
      result = result.with(entry.getKey(), both);
    }
    return result;
  }

  void update(String id, String name, String more) {
    var version = the(id).meta().version();
    happens(new Event.UpdateService(id, version, spec(name, more), false));
  }

  Play passes(Duration time) {
    world = simulation.advance(world, world.now().plus(time));
    return this;
  }

  /** Long enough for a task to come up or go down, too short for any delay to end. */
  Play settles() {
    return passes(STEP.multipliedBy(12));
  }

  List<SimTask> running(String service) {
    return world.tasksOf(service).stream().filter(SimTask::running).toList();
  }

  SimTask newest(String service) {
    return world.tasksOf(service).getLast();
  }

  /** {@code web.1@linux1 running}, in the order of creation. */
  List<String> story(String service) {
    return world.tasksOf(service).stream()
        .map(t ->
            t.label()
                + t.nodeId().flatMap(world::node).map(n -> "@" + n.name()).orElse("")
                + " "
                + t.state().word())
        .toList();
  }

  List<String> nodesOf(String service) {
    return world.tasksOf(service).stream()
        .filter(t -> t.desired() == State.RUNNING)
        .map(t -> t.nodeId().flatMap(world::node).map(n -> n.name().text()).orElse("-"))
        .toList();
  }

  SimService the(String serviceId) {
    return world.service(serviceId).orElseThrow();
  }

  SimNode node(String name) {
    return world.nodes().values().stream()
        .filter(n -> n.name().text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  String nodeId(String name) {
    return node(name).id();
  }
}
