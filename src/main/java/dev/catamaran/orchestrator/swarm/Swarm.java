package dev.catamaran.orchestrator.swarm;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveFile;
import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.docker.Endpoint;
import dev.catamaran.docker.EngineAddress;
import dev.catamaran.image.Images;
import dev.catamaran.json.Json;
import dev.catamaran.model.Port;
import dev.catamaran.spec.FileSpec;
import dev.catamaran.spec.NetworkSpec;
import dev.catamaran.spec.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One Docker engine, and the Swarm behind it. Constructing is free; each method is a conversation
 * with the engine and throws {@link EngineFailure} where that fails. Safe for many threads.
 */
public final class Swarm implements AutoCloseable {
  /** Node labels are set by agents and people at once; the version decides, we try again. */
  private static final int LABEL_ATTEMPTS = 5;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration ALLOTMENT_PAUSE = Duration.ofMillis(20);

  private final Engine engine;
  private final RegistryAuth registryAuth;

  /** Of an engine that goes to registries as anybody. */
  public Swarm(Endpoint endpoint) {
    this(endpoint, RegistryAuth.NONE);
  }

  /** Of an engine that is told the user's logins. */
  public Swarm(Endpoint endpoint, RegistryAuth registryAuth) {
    this(endpoint, registryAuth, PATIENCE);
  }

  /**
   * As above.
   *
   * @param patience how long one answer may take
   */
  public Swarm(Endpoint endpoint, RegistryAuth registryAuth, Duration patience) {
    this.engine = new Engine(endpoint, patience);
    this.registryAuth = registryAuth;
  }

  public EngineAddress address() {
    return engine.endpoint().address();
  }

  /** What the engine says of itself; workers answer too. */
  public EngineInfo info() {
    var question = Question.get("/info", "ask what it is");
    return reading(question, InfoWire::read, engine.ask(question));
  }

  /** The whole cluster as one value, as Swarm knows it; only managers do. */
  public Cluster observe() {
    return observe(List.of());
  }

  /** As {@link #observe}, and what this engine's node holds beside Swarm: plain containers. */
  public Cluster survey() {
    return observe(List.of(ClusterWire.containers()));
  }

  private Cluster observe(List<Question> beside) {
    var version = engine.version();
    var known = ClusterWire.questions(version);
    var all = Stream.concat(known.stream(), beside.stream()).toList();
    return reading(
        known.getFirst(),
        answers ->
            ClusterWire.read(
                version,
                answers.subList(0, known.size()),
                answers.subList(known.size(), answers.size()),
                apiPort()),
        engine.all(all));
  }

  private Optional<Port> apiPort() {
    return switch (address()) {
      case EngineAddress.Tcp(var _, var port) -> Optional.of(new Port(port));
      case EngineAddress.Unix _, EngineAddress.Pipe _, EngineAddress.Ssh _ -> Optional.empty();
    };
  }

  /** The engine as a source of image platforms. */
  public Images images() {
    return new EngineImages(engine, registryAuth);
  }

  /**
   * What this engine will keep of a specification, and show again: words that say an engine's
   * default vanish, as does what its API version cannot carry. A service is up to date where this
   * equals the specification observed.
   */
  public ServiceSpec kept(ServiceSpec desired) {
    var wire = new ServiceWire(engine.version(), Names.NONE);
    return wire.read(wire.write(Json.object(), desired));
  }

  /** What the engine's API has no words for yet, and would therefore not be told. */
  public List<Unspoken> unspoken(ServiceSpec desired) {
    return Unspoken.of(engine.version(), desired);
  }

  /** As above. */
  public List<Unspoken> unspoken(FileSpec desired) {
    return Unspoken.of(engine.version(), desired);
  }

  /** Creates it, and waits until the managers have allotted its addresses. */
  public void createNetwork(NetworkSpec network) {
    var asked = "create network " + network.name();
    var created = engine.ask(Question.post("/networks/create", NetworkWire.write(network), asked));
    var id = created.get("Id").text().orElse("");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (unallotted(id)) {
      if (System.nanoTime() > end) {
        throw new EngineFailure(
            EngineFailure.Kind.BROKEN,
            engine.endpoint(),
            asked,
            "it exists, but no addresses were allotted within " + PATIENCE.toSeconds() + " s");
      }
      LockSupport.parkNanos(ALLOTMENT_PAUSE.toNanos());
    }
  }

  /** Until then an engine shows a network of the swarm without driver and options. */
  private boolean unallotted(String networkId) {
    return engine.ask(Question.get("/networks", "list the networks")).items().stream()
        .filter(n -> n.get("Id").text().orElse("").equals(networkId))
        .anyMatch(n -> n.get("Driver").nonEmptyText().isEmpty());
  }

  /** A network that is gone already is fine. */
  public void removeNetwork(LiveNetwork network) {
    engine.remove("/networks/" + network.id(), "remove network " + network.spec().name());
  }

  public void createFile(FileSpec file) {
    engine.ask(
        Question.post(
            FileWire.path(file.kind()) + "/create",
            FileWire.write(engine.version(), file),
            "create " + file.kind().word() + " " + file.name()));
  }

  /** A file that is gone already is fine. */
  public void removeFile(LiveFile file) {
    engine.remove(
        FileWire.path(file.kind()) + "/" + file.id(),
        "remove " + file.kind().word() + " " + file.name());
  }

  public void createService(ServiceSpec service) {
    var asked = "create service " + service.name();
    refuseJob(service, asked);
    engine.ask(
        Question.post("/services/create", wire().write(Json.object(), service), asked)
            .withRegistryAuth(registryAuth.of(service.image())));
  }

  /** Before API 1.41 an engine drops the word, and keeps starting what ends. */
  private void refuseJob(ServiceSpec service, String asked) {
    var api = engine.version();
    if (service.deployment().mode().job() && !api.atLeast(1, 41)) {
      throw new EngineFailure(
          EngineFailure.Kind.REFUSED,
          engine.endpoint(),
          asked,
          "its API is " + api + " and knows no jobs; 1.41 is needed, engine 20.10");
    }
  }

  /**
   * Changes what differs and leaves what we do not know. Fails with {@link
   * EngineFailure.Kind#CONFLICT} where the service moved since it was observed.
   */
  public void updateService(LiveService live, ServiceSpec service) {
    var asked = "update service " + service.name();
    refuseJob(service, asked);
    var now = engine.ask(Question.get("/services/" + live.id(), asked));
    long version = now.at("Version", "Index").number().orElse(0);
    if (version != live.version()) {
      throw new EngineFailure(
          EngineFailure.Kind.CONFLICT,
          engine.endpoint(),
          asked,
          "it changed meanwhile (version " + version + ", planned for " + live.version() + ")");
    }
    engine.ask(
        Question.post(
                "/services/" + live.id() + "/update?version=" + version,
                wire().write(now.get("Spec"), service),
                asked)
            .withRegistryAuth(registryAuth.of(service.image())));
  }

  /** A service that is gone already is fine. */
  public void removeService(LiveService service) {
    engine.remove("/services/" + service.id(), "remove service " + service.spec().name());
  }

  /** Sets these labels on a node and leaves its others; writes only where something changes. */
  public void labelNode(String nodeId, Map<String, String> labels) {
    for (int attempt = 1; ; attempt++) {
      try {
        tryLabel(nodeId, labels);
        return;
      } catch (EngineFailure e) {
        if (e.kind() != EngineFailure.Kind.CONFLICT || attempt == LABEL_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void tryLabel(String nodeId, Map<String, String> labels) {
    var asked = "label node " + nodeId;
    var node = engine.ask(Question.get("/nodes/" + nodeId, asked));
    var spec = Patch.on(node.get("Spec"));
    var labelled = spec.inside("Labels", l -> texts(l, labels)).tree();
    if (labelled.equals(spec.tree())) {
      return;
    }
    long version = node.at("Version", "Index").number().orElse(0);
    engine.ask(Question.post("/nodes/" + nodeId + "/update?version=" + version, labelled, asked));
  }

  private static Patch texts(Patch patch, Map<String, String> texts) {
    var changed = patch;
    for (var text : texts.entrySet()) {
      changed = changed.text(text.getKey(), text.getValue());
    }
    return changed;
  }

  private ServiceWire wire() {
    var api = engine.version();
    return new ServiceWire(api, ClusterWire.readNames(engine.all(ClusterWire.names(api))));
  }

  private <A, T> T reading(Question question, Function<A, T> reader, A answer) {
    try {
      return reader.apply(answer);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new EngineFailure(
          EngineFailure.Kind.BROKEN, engine.endpoint(), question.asked(), e, List.of());
    }
  }

  /** Ends what is still asked. */
  @Override
  public void close() {
    engine.close();
  }
}
