package dev.catamaran.assembly;

import dev.catamaran.capability.Matrix;
import dev.catamaran.docker.Endpoint;
import dev.catamaran.docker.EngineAddress;
import dev.catamaran.image.FirstKnown;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.image.Images;
import dev.catamaran.lab.Lab;
import dev.catamaran.model.ImageRef;
import dev.catamaran.orchestrator.swarm.Swarm;
import dev.catamaran.registry.Credentials;
import dev.catamaran.registry.Registry;
import dev.catamaran.registry.Survey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a command works on: an engine to talk to, someone who knows images, and what is known of
 * nodes. Owns the lab, where there is one.
 */
public final class Session implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Swarm swarm;
  private final Images images;
  private final Matrix matrix;
  private final Optional<Login> login;
  private final Optional<Lab> lab;
  private final Optional<LabAgents> agents;

  private Session(Swarm swarm, Images images, Optional<Login> login, Optional<Lab> lab) {
    this.swarm = swarm;
    this.images = images;
    this.matrix = Matrix.load();
    this.login = login;
    this.lab = lab;
    this.agents = lab.map(l -> new LabAgents(swarm, l.nodes()));
  }

  /** Real registries, and how the user is known to them. */
  private record Login(Registry registry, Credentials credentials) {}

  /** Opens what the command is aimed at; a lab starts here, an engine is first called when used. */
  public static Session open(Target target, Map<String, String> environment) {
    return open(target, environment, ImageSources.USUAL);
  }

  /** As above, with more to say on who knows images. */
  public static Session open(Target target, Map<String, String> environment, ImageSources sources) {
    return switch (target) {
      case Target.Engine(var endpoint) -> {
        var credentials = Credentials.of(environment);
        var swarm = new Swarm(endpoint, credentials::forEngine);
        var registry = new Registry(credentials, sources.insecure(), PATIENCE);
        yield new Session(
            swarm,
            inTurn(sources, swarm.images(), registry),
            Optional.of(new Login(registry, credentials)),
            Optional.empty());
      }
      case Target.OwnLab(var file, var port) -> {
        var lab = Lab.start(file, port);
        var swarm = new Swarm(Endpoint.of(EngineAddress.parse(lab.endpoint())));
        yield new Session(swarm, inTurn(sources, lab.images()), Optional.empty(), Optional.of(lab));
      }
    };
  }

  private static Images inTurn(ImageSources sources, Images... others) {
    return new FirstKnown(
        Stream.concat(sources.recorded().stream(), Arrays.stream(others)).toList());
  }

  public Swarm swarm() {
    return swarm;
  }

  public Matrix matrix() {
    return matrix;
  }

  /** The lab that lives in this process. */
  public Optional<Lab> lab() {
    return lab;
  }

  /** Asks for every image once, several at a time. */
  public Map<ImageRef, ImageAnswer> platforms(Collection<ImageRef> wanted) {
    return Survey.ask(images, wanted);
  }

  /** Why the login for a registry cannot be had, by registry; without secrets. */
  public Map<String, String> loginTroubles(Collection<ImageRef> wanted) {
    var troubles = new TreeMap<String, String>();
    wanted.stream()
        .map(ImageRef::registry)
        .distinct()
        .forEach(
            r -> login.flatMap(l -> l.credentials().trouble(r)).ifPresent(t -> troubles.put(r, t)));
    return troubles;
  }

  @Override
  public void close() {
    agents.ifPresent(LabAgents::close);
    swarm.close();
    login.ifPresent(l -> l.registry().close());
    lab.ifPresent(Lab::close);
  }
}
