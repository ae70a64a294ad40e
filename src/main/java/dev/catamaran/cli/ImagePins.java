package dev.catamaran.cli;

import dev.catamaran.assembly.ImageSources;
import dev.catamaran.assembly.Registries;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.Digest;
import dev.catamaran.model.ImageRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes the digest behind every image of a project that the registries know. */
final class ImagePins {
  private final Map<String, String> environment;
  private final ImageSources sources;
  private final Faults faults = new Faults();

  ImagePins(Map<String, String> environment, ImageSources sources) {
    this.environment = environment;
    this.sources = sources;
  }

  /** Refused where an image's digest cannot be learnt: half a pinned file helps nobody. */
  Outcome<Mapping> pin(Mapping tree) {
    var images = new LinkedHashMap<Scalar, ImageRef>();
    overImages(
        tree,
        image -> {
          parse(image).filter(r -> r.digest().isEmpty()).ifPresent(r -> images.put(image, r));
          return image;
        });
    try (var registries = Registries.open(environment, sources)) {
      var answers = registries.platforms(images.values());
      var pinned =
          overImages(
              tree,
              image ->
                  Optional.ofNullable(images.get(image))
                      .map(r -> pinned(image, r, Optional.ofNullable(answers.get(r))))
                      .orElse(image));
      return Outcome.of(pinned, faults.findings());
    }
  }

  private static Optional<ImageRef> parse(Scalar image) {
    try {
      return Optional.of(ImageRef.parse(image.text()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Scalar pinned(Scalar image, ImageRef reference, Optional<ImageAnswer> answer) {
    var digest = answer.flatMap(a -> digest(image, a));
    return digest
        .map(d ->
            new Scalar(
                reference.withDigest(d).toString(),
                ScalarKind.STRING,
                image.quoted(),
                "",
                image.tag(),
                image.where()))
        .orElse(image);
  }

  private Optional<Digest> digest(Scalar image, ImageAnswer answer) {
    return switch (answer) {
      case ImageAnswer.Known(var _, var digest, var source) -> {
        if (digest.isEmpty()) {
          faults.add(unknown(Code.REGISTRY_UNREACHABLE, image, source + " tells no digest"));
        }
        yield digest;
      }
      case ImageAnswer.NotFound(var source) -> {
        faults.add(unknown(Code.IMAGE_NOT_FOUND, image, source + " has no such image"));
        yield Optional.empty();
      }
      case ImageAnswer.Unknown(var reason) -> {
        faults.add(unknown(Code.REGISTRY_UNREACHABLE, image, reason));
        yield Optional.empty();
      }
    };
  }

  private static Finding unknown(Code code, Scalar image, String reason) {
    return Finding.error(code, "nobody told the digest of \"" + image.text() + "\"")
        .at(image.where())
        .because(reason);
  }

  private static Mapping overImages(Mapping tree, UnaryOperator<Scalar> change) {
    return inside(
        tree,
        "services",
        services ->
            services instanceof Mapping all
                ? new Mapping(
                    all.entries().stream()
                        .map(e -> new Entry(e.key(), image(e.value(), change)))
                        .toList(),
                    all.tag(),
                    all.where())
                : services);
  }

  private static YamlNode image(YamlNode service, UnaryOperator<Scalar> change) {
    return service instanceof Mapping m
        ? inside(m, "image", i -> i instanceof Scalar s ? change.apply(s) : i)
        : service;
  }

  private static Mapping inside(Mapping mapping, String key, UnaryOperator<YamlNode> change) {
    return new Mapping(
        mapping.entries().stream()
            .map(e -> e.name().equals(key) ? new Entry(e.key(), change.apply(e.value())) : e)
            .toList(),
        mapping.tag(),
        mapping.where());
  }
}
