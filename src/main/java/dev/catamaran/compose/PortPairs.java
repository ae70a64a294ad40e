package dev.catamaran.compose;

import dev.catamaran.compose.PublishedPort.Publication;
import dev.catamaran.compose.text.PortText;
import dev.catamaran.model.Port;
import dev.catamaran.model.PortRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which published port belongs to which target, where one or both are ranges. */
final class PortPairs {
  record Pair(Publication published, Port target) {}

  private PortPairs() {}

  /** Throws {@link IllegalArgumentException} for the user where the ranges do not match. */
  static List<Pair> of(Optional<String> published, PortRange targets) {
    if (published.isEmpty()) {
      return targets.ports().map(t -> new Pair(new Publication.Automatic(), t)).toList();
    }
    var range = PortText.range(published.get());
    if (targets.size() == 1) {
      return List.of(new Pair(published(range), targets.first()));
    }
    if (range.size() != targets.size()) {
      throw new IllegalArgumentException(
          "the ranges " + range + " and " + targets + " are not equally long");
    }
    return IntStream.range(0, range.size())
        .mapToObj(i ->
            new Pair(
                new Publication.Fixed(new Port(range.first().number() + i)),
                new Port(targets.first().number() + i)))
        .toList();
  }

  static Publication published(PortRange range) {
    return range.size() == 1 ? new Publication.Fixed(range.first()) : new Publication.AnyOf(range);
  }
}
