package dev.catamaran.docker;

import dev.catamaran.model.ApiVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which engine a command turns to, in the order that Docker documents: {@code --host} or {@code
 * --context}, DOCKER_CONTEXT, DOCKER_HOST, the current context of config.json, the usual socket.
 */
public final class EngineChoice {
  private final EngineFlags flags;
  private final Map<String, String> environment;
  private final DockerFolder folder;
  private final boolean windows;

  /**
   * Looks at nothing yet.
   *
   * @param windows whether the usual engine is met at a pipe
   */
  public EngineChoice(EngineFlags flags, Map<String, String> environment, boolean windows) {
    this.flags = flags;
    this.environment = Map.copyOf(environment);
    this.folder = DockerFolder.of(environment);
    this.windows = windows;
  }

  /**
   * Where to turn to.
   *
   * @throws IllegalArgumentException with a message for the user where that cannot be said
   */
  public Endpoint endpoint() {
    if (flags.host().isPresent() && flags.context().isPresent()) {
      throw new IllegalArgumentException(
          "--host and --context exclude each other: name one engine");
    }
    try {
      return context().map(this::inContext).orElseGet(this::inDefault);
    } catch (DockerFolder.Unreadable e) {
      throw new IllegalArgumentException(
          e.getMessage() + "; it may say which engine is meant; try --host URL", e);
    }
  }

  /**
   * Two variables that name different engines: docker 28 goes by the other one of them, and the
   * user should hear of it.
   */
  public List<String> doubts() {
    var doubts = new ArrayList<String>();
    boolean flagged = flags.host().isPresent() || flags.context().isPresent();
    if (!flagged && variable("DOCKER_HOST").isPresent() && namedBy("DOCKER_CONTEXT").isPresent()) {
      doubts.add(
          "DOCKER_CONTEXT and DOCKER_HOST are both set: DOCKER_CONTEXT decides, as Docker documents;"
              + " docker itself may go by DOCKER_HOST; unset one of them");
    }
    return doubts;
  }

  private record Named(String name, String by) {}

  /** Empty where no context but the default one is chosen. */
  private Optional<Named> context() {
    if (flags.context().isPresent()) {
      return flags.context().map(n -> named(n, ", by --context")).filter(EngineChoice::kept);
    }
    if (flags.host().isPresent()) {
      return Optional.empty();
    }
    if (variable("DOCKER_CONTEXT").isPresent()) {
      return namedBy("DOCKER_CONTEXT");
    }
    if (variable("DOCKER_HOST").isPresent()) {
      return Optional.empty();
    }
    return folder
        .config()
        .get("currentContext")
        .nonEmptyText()
        .map(n -> named(n, " of " + folder.configFile()))
        .filter(EngineChoice::kept);
  }

  private Optional<Named> namedBy(String variable) {
    return variable(variable).map(n -> named(n, ", by " + variable)).filter(EngineChoice::kept);
  }

  private static Named named(String name, String by) {
    return new Named(name, "context " + name + by);
  }

  private static boolean kept(Named context) {
    return !context.name().equals(ContextStore.DEFAULT);
  }

  /** What a context says is whole: options and variables for TLS do not add to it. */
  private Endpoint inContext(Named context) {
    try {
      var target = new ContextStore(folder).engine(context.name());
      return endpoint(
          target.host().map(EngineAddress::parse).orElseGet(this::usual),
          target.tls(),
          context.by());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + " (" + context.by() + ")", e);
    }
  }

  private Endpoint inDefault() {
    var tls = tls();
    if (flags.host().isPresent()) {
      return endpoint(EngineAddress.parse(flags.host().get()), tls, "--host");
    }
    var variable = variable("DOCKER_HOST");
    if (variable.isPresent()) {
      return endpoint(EngineAddress.parse(variable.get()), tls, "DOCKER_HOST");
    }
    return endpoint(
        tls.isPresent() ? new EngineAddress.Tcp("localhost", TLS_PORT) : usual(),
        tls,
        "the default");
  }

  /** Where docker looks for an engine that is only said to speak TLS. */
  private static final int TLS_PORT = 2376;

  private EngineAddress usual() {
    return windows ? EngineAddress.Pipe.USUAL : EngineAddress.Unix.USUAL;
  }

  private Endpoint endpoint(EngineAddress address, Optional<TlsFiles> tls, String chosenBy) {
    return new Endpoint(
        address,
        tls.filter(_ -> address instanceof EngineAddress.Tcp),
        pinned(),
        Optional.of(chosenBy));
  }

  /** As docker has it: a variable counts where it is not empty, whatever it says. */
  private Optional<TlsFiles> tls() {
    var said = flags.tls();
    boolean verify = said.verify().orElse(variable("DOCKER_TLS_VERIFY").isPresent());
    boolean on =
        said.verify().isPresent() || verify || said.on().orElse(variable("DOCKER_TLS").isPresent());
    if (!on) {
      return Optional.empty();
    }
    var directory = variable("DOCKER_CERT_PATH").map(Path::of).orElse(folder.path());
    return Optional.of(
        new TlsFiles(
            Optional.of(said.authorities().orElse(directory.resolve("ca.pem"))),
            said.certificate().or(() -> ContextStore.present(directory.resolve("cert.pem"))),
            said.key().or(() -> ContextStore.present(directory.resolve("key.pem"))),
            verify));
  }

  private Optional<ApiVersion> pinned() {
    return variable("DOCKER_API_VERSION")
        .map(v ->
            ApiVersion.parse(v.startsWith("v") ? v.substring(1) : v)
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "DOCKER_API_VERSION is \"" + v + "\", which is no version; try 1.41")));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
  }
}
