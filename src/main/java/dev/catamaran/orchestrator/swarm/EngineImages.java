package dev.catamaran.orchestrator.swarm;

import dev.catamaran.image.ImageAnswer;
import dev.catamaran.image.Images;
import dev.catamaran.json.Json;
import dev.catamaran.model.Digest;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks an engine what the registry says of an image, with the engine's view of the network. */
final class EngineImages implements Images {
  private final Engine engine;
  private final RegistryAuth registryAuth;

  EngineImages(Engine engine, RegistryAuth registryAuth) {
    this.engine = engine;
    this.registryAuth = registryAuth;
  }

  @Override
  public ImageAnswer platforms(ImageRef image) {
    var source = "engine " + engine.endpoint().address();
    try {
      var question =
          Question.get(
                  "/distribution/" + image.familiar() + "/json",
                  "ask a registry for " + image.familiar())
              .withRegistryAuth(registryAuth.of(image));
      return known(engine.ask(question), image, source);
    } catch (EngineFailure e) {
      // GET /distribution came with API 1.30, engine 17.06; a lab answers it whatever it imitates.
      if (e.kind() != EngineFailure.Kind.UNREACHABLE && !engine.version().atLeast(1, 30)) {
        return new ImageAnswer.Unknown(
            source + " cannot ask registries: its API is " + engine.version() + ", 1.30 is needed");
      }
      return absent(e.getMessage())
          ? new ImageAnswer.NotFound(source)
          : new ImageAnswer.Unknown(e.getMessage());
    }
  }

  /** The registry's own error codes and texts, which engines hand on inside theirs. */
  private static boolean absent(String message) {
    var text = message.toLowerCase(Locale.ROOT);
    return text.contains("manifest unknown")
        || text.contains("name unknown")
        || text.contains("repository name not known to registry");
  }

  private static ImageAnswer known(Json answer, ImageRef image, String source) {
    var platforms = platforms(answer.get("Platforms"));
    if (platforms.isEmpty()) {
      return new ImageAnswer.Unknown(source + " names no platform of " + image.familiar());
    }
    return new ImageAnswer.Known(
        platforms, answer.at("Descriptor", "digest").nonEmptyText().map(Digest::new), source);
  }

  /** Attestations stand among the platforms as "unknown/unknown". */
  private static List<Platform> platforms(Json platforms) {
    return platforms.items().stream()
        .filter(p -> !p.get("os").text().orElse("").isEmpty())
        .filter(p -> !p.get("os").text().orElse("").equals("unknown"))
        .map(p ->
            new Platform(
                Os.of(p.get("os").text().orElse("")),
                p.get("architecture").text().orElse(""),
                p.get("variant").nonEmptyText(),
                version(p)))
        .distinct()
        .toList();
  }

  private static Optional<OsVersion> version(Json platform) {
    return platform.get("os.version").nonEmptyText().flatMap(OsVersion::parse);
  }
}
