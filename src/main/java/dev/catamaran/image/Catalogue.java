package dev.catamaran.image;

import dev.catamaran.model.Digest;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import java.util.List;
import java.util.Optional;

/**
 * A written list of images and their platforms: a lab's registry, or a recording for offline use.
 * The first entry that matches decides; an image no entry matches is unknown, never absent.
 */
public final class Catalogue implements Images {
  private final String source;
  private final List<Entry> entries;

  /**
   * One line of the list.
   *
   * @param platforms never empty
   * @param digest what the pattern's image is; an image pinned to another digest is another image
   */
  public record Entry(ImagePattern pattern, List<Platform> platforms, Optional<Digest> digest) {
    public Entry {
      platforms = List.copyOf(platforms);
      if (platforms.isEmpty()) {
        throw new IllegalArgumentException("\"" + pattern + "\" offers no platform");
      }
    }

    boolean speaksOf(ImageRef image) {
      boolean other =
          image.digest().isPresent() && digest.isPresent() && !image.digest().equals(digest);
      return !other && pattern.matches(image);
    }
  }

  /**
   * Says who is behind the answers.
   *
   * @param source such as {@code lab file examples/lab-2017.yaml}
   */
  public Catalogue(String source, List<Entry> entries) {
    this.source = source;
    this.entries = List.copyOf(entries);
  }

  public List<Entry> entries() {
    return entries;
  }

  @Override
  public ImageAnswer platforms(ImageRef image) {
    return entries.stream()
        .filter(e -> e.speaksOf(image))
        .findFirst()
        .<ImageAnswer>map(
            e -> new ImageAnswer.Known(e.platforms(), e.digest().or(image::digest), source))
        .orElseGet(
            () -> new ImageAnswer.Unknown(source + " lists no image like " + image.familiar()));
  }
}
