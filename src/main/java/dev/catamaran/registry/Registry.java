package dev.catamaran.registry;

import dev.catamaran.image.ImageAnswer;
import dev.catamaran.image.Images;
import dev.catamaran.image.Manifests;
import dev.catamaran.model.Digest;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Asks the registry an image's name points to, by the OCI distribution specification. What the
 * world does wrong (no route, no login, nonsense) becomes {@link ImageAnswer.Unknown}; nothing is
 * thrown for it. May be used by several threads at once.
 */
public final class Registry implements Images, AutoCloseable {
  private static final String ACCEPT = String.join(", ", Manifests.MEDIA_TYPES);
  private static final Pattern LOOPBACK =
      Pattern.compile("(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d+)?");

  private final Wire wire;
  private final Tokens tokens;
  private final Credentials credentials;
  private final Set<String> insecure;

  /** The Authorization that last worked, by registry and repository. */
  private final Map<String, String> authorizations = new ConcurrentHashMap<>();

  /**
   * Connects to nothing yet.
   *
   * @param insecure registries to speak plain http with, as {@code host:port}; this machine's own
   *     loopback needs no mention
   * @param patience how long any one exchange may take
   */
  public Registry(Credentials credentials, Set<String> insecure, Duration patience) {
    this.credentials = credentials;
    this.insecure = Set.copyOf(insecure);
    wire = new Wire(patience);
    tokens = new Tokens(wire);
  }

  @Override
  public void close() {
    wire.close();
  }

  @Override
  public ImageAnswer platforms(ImageRef image) {
    try {
      return ask(image);
    } catch (Unanswered e) {
      return new ImageAnswer.Unknown(
          "registry "
              + image.registry()
              + " does not tell about "
              + image.familiar()
              + ": "
              + e.getMessage());
    }
  }

  private ImageAnswer ask(ImageRef image) throws Unanswered {
    var reference = image.digest().map(Digest::text).or(image::tag).orElseThrow();
    var reply = get(image, "/manifests/" + reference, ACCEPT);
    if (reply.status() == 404) {
      return new ImageAnswer.NotFound(source(image));
    }
    requireFound(image, reply);
    requireDigest(reply, image.digest());
    return new ImageAnswer.Known(
        offered(image, reply), Optional.of(image.digest().orElse(reply.digest())), source(image));
  }

  private List<Platform> offered(ImageRef image, Reply reply) throws Unanswered {
    return switch (Manifests.read(reply.json())) {
      case Manifests.Read.Index(var platforms) -> platforms;
      case Manifests.Read.Single(var config) -> List.of(configured(image, config));
      case Manifests.Read.Alien(var why) ->
          throw new Unanswered(Unanswered.place(reply.from()) + ": " + why);
    };
  }

  private Platform configured(ImageRef image, Digest config) throws Unanswered {
    var reply = get(image, "/blobs/" + config, "*/*");
    requireFound(image, reply);
    requireDigest(reply, Optional.of(config));
    return Manifests.ofConfiguration(reply.json())
        .orElseThrow(() ->
            new Unanswered(Unanswered.place(reply.from()) + ": it names no operating system"));
  }

  /** One question, with a login if the registry asks for one. */
  private Reply get(ImageRef image, String path, String accept) throws Unanswered {
    var uri = URI.create(base(image.registry(), insecure) + "/v2/" + image.repository() + path);
    var key = image.registry() + "/" + image.repository();
    var reply = wire.get(uri, accept, Optional.ofNullable(authorizations.get(key)));
    if (reply.status() != 401) {
      return reply;
    }
    var login = credentials.login(image.registry());
    var authorization =
        tokens.authorize(reply, login, "repository:" + image.repository() + ":pull");
    if (authorization.isEmpty()) {
      return reply;
    }
    authorizations.put(key, authorization.get());
    return wire.get(uri, accept, authorization);
  }

  private void requireFound(ImageRef image, Reply reply) throws Unanswered {
    var place = Unanswered.place(reply.from()) + " answered " + reply.status();
    switch (reply.status()) {
      case 200 -> {}
      case 401, 403 ->
          throw new Unanswered(
              place
                  + " (access denied, or no such repository) to "
                  + credentials.login(image.registry())
                  + "; try `docker login "
                  + image.registry()
                  + "`");
      case 429 -> throw new Unanswered(place + " (too many requests)");
      default -> throw new Unanswered(place);
    }
  }

  private static void requireDigest(Reply reply, Optional<Digest> expected) throws Unanswered {
    var served = reply.digest();
    boolean checkable = expected.filter(d -> d.text().startsWith("sha256:")).isPresent();
    if (checkable && !expected.get().text().equalsIgnoreCase(served.text())) {
      throw new Unanswered(Unanswered.place(reply.from()) + ": served " + served + " instead");
    }
  }

  /** Docker Hub's API answers on a host of its own name. */
  static String base(String registry, Set<String> insecure) {
    boolean plain = LOOPBACK.matcher(registry).matches() || insecure.contains(registry);
    return (plain ? "http://" : "https://")
        + (registry.equals("docker.io") ? "registry-1.docker.io" : registry);
  }

  private static String source(ImageRef image) {
    return "registry " + image.registry();
  }
}
