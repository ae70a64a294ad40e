package dev.catamaran.image;

import dev.catamaran.model.Digest;
import dev.catamaran.model.Platform;
import java.util.List;
import java.util.Optional;

/** What is known of an image's platforms. */
public sealed interface ImageAnswer {

  /**
   * The registry or engine told.
   *
   * @param platforms never empty
   * @param digest of the manifest or index the reference stands for, where it was told
   * @param source who told: {@code registry 10.0.0.1:5000}, {@code engine tcp://…}
   */
  record Known(List<Platform> platforms, Optional<Digest> digest, String source)
      implements ImageAnswer {
    public Known {
      platforms = List.copyOf(platforms);
      if (platforms.isEmpty()) {
        throw new IllegalArgumentException("an image that offers nothing is not known");
      }
    }
  }

  /** The registry answered, and has no such image. */
  record NotFound(String source) implements ImageAnswer {}

  /**
   * Nobody could say.
   *
   * @param reason the endpoint concerned and what stood in the way
   */
  record Unknown(String reason) implements ImageAnswer {}
}
