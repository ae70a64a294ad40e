package dev.catamaran.assembly;

import dev.catamaran.image.Catalogue;
import java.util.Optional;
import java.util.Set;

/**
 * Who is asked for the platforms of images, besides the engine and the registries themselves.
 *
 * @param recorded asked first
 * @param insecure registries that speak plain HTTP, {@code host:port}
 */
public record ImageSources(Optional<Catalogue> recorded, Set<String> insecure) {
  public static final ImageSources USUAL = new ImageSources(Optional.empty(), Set.of());

  public ImageSources {
    insecure = Set.copyOf(insecure);
  }
}
