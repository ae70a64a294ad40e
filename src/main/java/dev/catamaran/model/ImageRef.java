package dev.catamaran.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An image reference, normalised as the docker CLI does: {@code redis} is {@code
 * docker.io/library/redis:latest}.
 *
 * @param registry host and port, {@code docker.io} where none was written
 * @param repository the path below the registry, {@code library/redis}
 * @param tag {@code latest} where neither tag nor digest was written
 */
public record ImageRef(
    String registry, String repository, Optional<String> tag, Optional<Digest> digest) {
  private static final String DEFAULT_REGISTRY = "docker.io";
  private static final Pattern REPOSITORY =
      Pattern.compile(
          "[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*)*");
  private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "(?:\\[[0-9a-fA-F:]+]|[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::\\d{1,5})?");

  public ImageRef {
    if (!REGISTRY.matcher(registry).matches()) {
      throw new IllegalArgumentException("\"" + registry + "\" is no registry host");
    }
    if (!REPOSITORY.matcher(repository).matches()) {
      throw new IllegalArgumentException(
          "\"" + repository + "\" is no repository name (lower case letters, digits, . _ - /)");
    }
    tag.filter(t -> !TAG.matcher(t).matches())
        .ifPresent(t -> {
          throw new IllegalArgumentException("\"" + t + "\" is no tag");
        });
  }

  /**
   * Reads a reference as users write it.
   *
   * @throws IllegalArgumentException with a message for the user where it is none
   */
  public static ImageRef parse(String text) {
    var rest = text;
    Optional<Digest> digest = Optional.empty();
    int at = rest.indexOf('@');
    if (at >= 0) {
      digest = Optional.of(new Digest(rest.substring(at + 1)));
      rest = rest.substring(0, at);
    }
    Optional<String> tag = Optional.empty();
    int colon = rest.lastIndexOf(':');
    if (colon > rest.lastIndexOf('/')) {
      tag = Optional.of(rest.substring(colon + 1));
      rest = rest.substring(0, colon);
    }
    int slash = rest.indexOf('/');
    var first = slash < 0 ? "" : rest.substring(0, slash);
    boolean named = first.contains(".") || first.contains(":") || first.equals("localhost");
    var registry = named ? first : DEFAULT_REGISTRY;
    var repository = named ? rest.substring(slash + 1) : rest;
    if (registry.equals("index." + DEFAULT_REGISTRY)) {
      registry = DEFAULT_REGISTRY;
    }
    if (registry.equals(DEFAULT_REGISTRY) && !repository.contains("/")) {
      repository = "library/" + repository;
    }
    if (tag.isEmpty() && digest.isEmpty()) {
      tag = Optional.of("latest");
    }
    return new ImageRef(registry, repository, tag, digest);
  }

  public ImageRef withDigest(Digest pinned) {
    return new ImageRef(registry, repository, tag, Optional.of(pinned));
  }

  /**
   * The short form people write: {@code redis:7}, {@code
   * mcr.microsoft.com/windows/nanoserver:1809}.
   */
  public String familiar() {
    var path = repository;
    if (registry.equals(DEFAULT_REGISTRY)) {
      path = path.startsWith("library/") ? path.substring("library/".length()) : path;
    } else {
      path = registry + "/" + path;
    }
    return path + tag.map(t -> ":" + t).orElse("") + digest.map(d -> "@" + d).orElse("");
  }

  /** The full form, registry included. */
  @Override
  public String toString() {
    return registry
        + "/"
        + repository
        + tag.map(t -> ":" + t).orElse("")
        + digest.map(d -> "@" + d).orElse("");
  }
}
