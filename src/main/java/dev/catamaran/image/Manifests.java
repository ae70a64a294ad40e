package dev.catamaran.image;

import dev.catamaran.json.Json;
import dev.catamaran.model.Digest;
import dev.catamaran.model.Platform;
import java.util.List;
import java.util.Optional;

/** From the documents a registry serves under an image's name to the platforms it offers. */
public final class Manifests {
  public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
  public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  public static final String DOCKER_LIST =
      "application/vnd.docker.distribution.manifest.list.v2+json";
  public static final String DOCKER_MANIFEST =
      "application/vnd.docker.distribution.manifest.v2+json";

  /** All the forms understood here, as an Accept header wants them. */
  public static final List<String> MEDIA_TYPES =
      List.of(OCI_INDEX, DOCKER_LIST, OCI_MANIFEST, DOCKER_MANIFEST);

  private Manifests() {}

  /** What a document turned out to be. */
  public sealed interface Read {
    /** An index or manifest list: the platforms of its images, each once, in order. */
    record Index(List<Platform> platforms) implements Read {
      public Index {
        platforms = List.copyOf(platforms);
      }
    }

    /** One image, whose configuration blob tells its platform. */
    record Single(Digest config) implements Read {}

    /** Nothing we understand. */
    record Alien(String why) implements Read {}
  }

  /** Reads an index, manifest list or manifest; the shape decides, as mediaType may be absent. */
  public static Read read(Json document) {
    if (document.get("manifests") instanceof Json.Arr(var entries)) {
      var platforms = platforms(entries);
      return platforms.isEmpty()
          ? new Read.Alien("its index names no platform")
          : new Read.Index(platforms);
    }
    var config = document.at("config", "digest").nonEmptyText();
    if (config.isPresent()) {
      try {
        return new Read.Single(new Digest(config.get()));
      } catch (IllegalArgumentException e) {
        return new Read.Alien("its manifest has no valid configuration: " + e.getMessage());
      }
    }
    return document.get("schemaVersion").number().orElse(0) == 1
        ? new Read.Alien("it is a manifest of the withdrawn schema 1")
        : new Read.Alien("it is neither an index nor a manifest");
  }

  private static List<Platform> platforms(List<Json> entries) {
    return entries.stream()
        .flatMap(e -> PlatformJson.read(e.get("platform")).stream())
        .distinct()
        .toList();
  }

  /** The platform a configuration blob is for; empty where it does not say. */
  public static Optional<Platform> ofConfiguration(Json blob) {
    return PlatformJson.read(blob);
  }
}
