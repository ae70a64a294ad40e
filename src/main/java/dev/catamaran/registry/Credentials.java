package dev.catamaran.registry;

import dev.catamaran.docker.DockerFolder;
import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.model.ImageRef;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What {@code docker login} left: the auths, credsStore and credHelpers of docker's config.json.
 * The file is read and helpers are asked on first need, each registry once.
 */
public final class Credentials {
  private static final String HUB = "docker.io";

  /** Docker Hub's logins are kept under this key, by a habit older than registries. */
  private static final String HUB_KEY = "https://index.docker.io/v1/";

  private final DockerFolder folder;
  private final CredentialProgram program;
  private final Map<String, Login> known = new ConcurrentHashMap<>();

  private Credentials(DockerFolder folder, CredentialProgram program) {
    this.folder = folder;
    this.program = program;
  }

  /** Follows DOCKER_CONFIG, else the home directory; PATH is where helpers are looked for. */
  public static Credentials of(Map<String, String> environment) {
    return new Credentials(
        DockerFolder.of(environment), new CredentialProgram(environment.getOrDefault("PATH", "")));
  }

  /**
   * The login for an image's registry, as engines take it in X-Registry-Auth; empty where there is
   * none.
   */
  public Optional<String> forEngine(ImageRef image) {
    var server = serverAddress(image.registry());
    var auth =
        switch (login(image.registry())) {
          case Login.Password(var user, var secret) ->
              Optional.of(Json.object().with("username", user).with("password", secret));
          case Login.IdentityToken(var secret) ->
              Optional.of(Json.object().with("identitytoken", secret));
          case Login.None _ -> Optional.<Json.Obj>empty();
        };
    return auth.map(a -> JsonText.compact(a.with("serveraddress", server)))
        .map(t -> Base64.getUrlEncoder().encodeToString(t.getBytes(StandardCharsets.UTF_8)));
  }

  /** Why there is no login for this registry, where something went wrong; without secrets. */
  public Optional<String> trouble(String registry) {
    return login(registry) instanceof Login.None(var trouble) ? trouble : Optional.empty();
  }

  Login login(String registry) {
    return known.computeIfAbsent(registry, this::look);
  }

  private Login look(String registry) {
    Json config;
    try {
      config = folder.config();
    } catch (DockerFolder.Unreadable e) {
      return new Login.None(Optional.of(e.getMessage()));
    }
    return helperName(config, registry)
        .map(name -> program.ask(name, serverAddress(registry)))
        .orElseGet(() -> written(config, registry));
  }

  private static Optional<String> helperName(Json config, String registry) {
    var helpers = config.get("credHelpers");
    return names(registry).stream()
        .flatMap(n -> helpers.get(n).nonEmptyText().stream())
        .findFirst()
        .or(() -> config.get("credsStore").nonEmptyText());
  }

  private static String serverAddress(String registry) {
    return registry.equals(HUB) ? HUB_KEY : registry;
  }

  private static List<String> names(String registry) {
    return registry.equals(HUB)
        ? List.of(HUB_KEY, HUB, "index." + HUB, "registry-1." + HUB)
        : List.of(registry);
  }

  private Login written(Json config, String registry) {
    var names = names(registry).stream().map(Credentials::host).toList();
    for (var entry : config.get("auths").members().entrySet()) {
      if (names.contains(host(entry.getKey()))) {
        return login(entry.getValue());
      }
    }
    return new Login.None(Optional.empty());
  }

  /** Old clients wrote whole addresses as keys: {@code https://host/v1/}. */
  private static String host(String key) {
    var bare = key.replaceFirst("^https?://", "");
    int slash = bare.indexOf('/');
    return slash < 0 ? bare : bare.substring(0, slash);
  }

  private Login login(Json auth) {
    var token = auth.get("identitytoken").nonEmptyText();
    if (token.isPresent()) {
      return new Login.IdentityToken(token.get());
    }
    var user = auth.get("username").nonEmptyText();
    var secret = auth.get("password").text();
    if (user.isPresent() && secret.isPresent()) {
      return new Login.Password(user.get(), secret.get());
    }
    return auth.get("auth")
        .nonEmptyText()
        .map(this::decoded)
        .orElse(new Login.None(Optional.empty()));
  }

  private Login decoded(String auth) {
    try {
      var pair = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon > 0) {
        return new Login.Password(pair.substring(0, colon), pair.substring(colon + 1));
      }
    } catch (IllegalArgumentException _) {
      // Falls through to the same answer: the text is not what docker login writes.
    }
    return new Login.None(
        Optional.of("an auth in " + folder.configFile() + " is not base64 of user:password"));
  }
}
