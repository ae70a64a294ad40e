package dev.catamaran.image;

import dev.catamaran.model.ImageRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks several in turn: the first who knows decides, and who never heard of it beats silence. */
public final class FirstKnown implements Images {
  private final List<Images> askedInTurn;

  public FirstKnown(List<Images> askedInTurn) {
    this.askedInTurn = List.copyOf(askedInTurn);
  }

  @Override
  public ImageAnswer platforms(ImageRef image) {
    Optional<ImageAnswer> notFound = Optional.empty();
    var reasons = new ArrayList<String>();
    for (var images : askedInTurn) {
      switch (images.platforms(image)) {
        case ImageAnswer.Known known -> {
          return known;
        }
        case ImageAnswer.NotFound none -> notFound = notFound.or(() -> Optional.of(none));
        case ImageAnswer.Unknown(var reason) -> reasons.add(reason);
      }
    }
    return notFound.orElseGet(() ->
        new ImageAnswer.Unknown(
            reasons.isEmpty() ? "nobody was asked" : String.join("; ", reasons)));
  }
}
