package dev.catamaran.docker;

import dev.catamaran.finding.Closest;
import dev.catamaran.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The contexts that {@code docker context create} keeps, each below the SHA-256 of its name. */
public final class ContextStore {
  /** The context that is always there: what variables and the usual socket say. */
  static final String DEFAULT = "default";

  private final Path directory;

  public ContextStore(DockerFolder folder) {
    directory = folder.path().resolve("contexts");
  }

  /**
   * An engine as a context describes it.
   *
   * @param host empty means the usual socket
   */
  record Target(Optional<String> host, Optional<TlsFiles> tls) {}

  /** Sorted, the default one among them. */
  public List<String> names() {
    var names = new ArrayList<>(List.of(DEFAULT));
    try (var entries = Files.list(directory.resolve("meta"))) {
      entries
          .flatMap(e -> DockerFolder.json(e.resolve("meta.json")).stream())
          .flatMap(m -> m.get("Name").nonEmptyText().stream())
          .forEach(names::add);
    } catch (IOException _) {
      // No directory, no contexts.
    }
    return names.stream().distinct().sorted().toList();
  }

  /**
   * The engine of this context.
   *
   * @throws IllegalArgumentException with a message for the user where there is none
   */
  Target engine(String name) {
    var id = id(name);
    var engine =
        DockerFolder.json(directory.resolve(Path.of("meta", id, "meta.json")))
            .orElseThrow(() -> unknown(name))
            .at("Endpoints", "docker");
    if (engine.isNull()) {
      throw new IllegalArgumentException(
          "context \""
              + name
              + "\" names no Docker engine; try `docker context inspect "
              + name
              + "`");
    }
    return new Target(engine.get("Host").nonEmptyText(), tls(id, engine));
  }

  private Optional<TlsFiles> tls(String id, Json engine) {
    var files = directory.resolve(Path.of("tls", id, "docker"));
    boolean unverified = engine.get("SkipTLSVerify").isTrue();
    var found =
        new TlsFiles(
            present(files.resolve("ca.pem")),
            present(files.resolve("cert.pem")),
            present(files.resolve("key.pem")),
            !unverified);
    boolean any =
        unverified
            || found.authorities().isPresent()
            || found.certificate().isPresent()
            || found.key().isPresent();
    return any ? Optional.of(found) : Optional.empty();
  }

  static Optional<Path> present(Path file) {
    return Optional.of(file).filter(Files::exists);
  }

  private IllegalArgumentException unknown(String name) {
    var known = names();
    var meant = Closest.to(name, known).map(n -> "; did you mean \"" + n + "\"?").orElse("");
    return new IllegalArgumentException(
        "there is no docker context \""
            + name
            + "\" among "
            + String.join(", ", known)
            + " in "
            + directory
            + meant);
  }

  private static String id(String name) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
