package dev.catamaran.plan.placement;

import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.Digest;
import dev.catamaran.model.Platform;
import java.util.List;
import java.util.Optional;

/**
 * The platforms on which a service's image can run, narrowed by what the user asked for.
 *
 * @param platforms never empty
 * @param digest of the image, where the registry told it
 * @param source who said so
 */
public record Offer(List<Platform> platforms, Optional<Digest> digest, String source) {
  public Offer {
    platforms = List.copyOf(platforms);
    if (platforms.isEmpty()) {
      throw new IllegalArgumentException("an offer of nothing");
    }
  }

  static Offer of(ImageAnswer.Known known, List<Platform> narrowed) {
    return new Offer(narrowed, known.digest(), known.source());
  }

  /** {@code windows/amd64 10.0.17763.1, linux/amd64}. */
  String text() {
    return String.join(", ", platforms.stream().map(Platform::toString).distinct().toList());
  }
}
