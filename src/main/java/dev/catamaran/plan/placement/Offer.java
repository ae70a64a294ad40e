package dev.catamaran.plan.placement;

import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.Digest;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import java.util.List;
import java.util.Optional;

/**
 * The platforms on which a service's image can run, narrowed by what the user asked for.
 *
 * @param platforms never empty
 * @param listed all platforms of the image in the order of its manifest list: older engines take
 *     the first of their system, whatever was asked for
 * @param digest of the image, where the registry told it
 * @param source who said so
 */
public record Offer(
    List<Platform> platforms, List<Platform> listed, Optional<Digest> digest, String source) {
  public Offer {
    platforms = List.copyOf(platforms);
    listed = List.copyOf(listed);
    if (platforms.isEmpty()) {
      throw new IllegalArgumentException("an offer of nothing");
    }
  }

  static Offer of(ImageAnswer.Known known, List<Platform> narrowed) {
    return new Offer(narrowed, known.platforms(), known.digest(), known.source());
  }

  /** Of one of its operating systems. */
  Offer only(Os os) {
    return new Offer(platforms.stream().filter(p -> p.os() == os).toList(), listed, digest, source);
  }

  /** {@code windows/amd64 10.0.17763.1, linux/amd64}. */
  String text() {
    return String.join(", ", platforms.stream().map(Platform::toString).distinct().toList());
  }
}
