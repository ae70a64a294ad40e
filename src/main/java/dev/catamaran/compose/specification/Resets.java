package dev.catamaran.compose.specification;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The places that a document tags {@code !reset} or {@code !override}: whatever lies below the
 * document loses its value there.
 */
final class Resets {
  private static final String RESET = "!reset";
  private static final String OVERRIDE = "!override";

  /** A document without its tags: reset values are gone, overriding ones are plain values. */
  record Untagged(Mapping document, Resets resets) {}

  private final Map<String, Resets> below = new LinkedHashMap<>();
  private boolean cleared;

  private Resets() {}

  static Untagged of(Mapping document) {
    var resets = new Resets();
    return new Untagged(isTagged(document) ? resets.mapping(document) : document, resets);
  }

  /** Hardly any document is. */
  private static boolean isTagged(YamlNode node) {
    if (node.tag().isPresent()) {
      return true;
    }
    return switch (node) {
      case Mapping m -> {
        for (var entry : m.entries()) {
          if (isTagged(entry.value())) {
            yield true;
          }
        }
        yield false;
      }
      case Sequence s -> {
        for (var item : s.items()) {
          if (isTagged(item)) {
            yield true;
          }
        }
        yield false;
      }
      case Scalar _ -> false;
    };
  }

  private Mapping mapping(Mapping mapping) {
    var kept = new ArrayList<Entry>(mapping.entries().size());
    for (var entry : mapping.entries()) {
      var place = new Resets();
      place.untagged(entry.value()).ifPresent(value -> kept.add(entry.with(value)));
      if (!place.isEmpty()) {
        below.put(entry.name(), place);
      }
    }
    return Nodes.of(mapping, kept);
  }

  /** Empty for what is reset. */
  private Optional<YamlNode> untagged(YamlNode node) {
    var tag = node.tag().orElse("");
    cleared = tag.equals(RESET) || tag.equals(OVERRIDE);
    if (cleared) {
      return tag.equals(RESET) ? Optional.empty() : Optional.of(plain(node));
    }
    return switch (node) {
      case Mapping m -> Optional.of(mapping(m));
      case Sequence s -> Optional.of(items(s));
      case Scalar s -> Optional.of(s);
    };
  }

  /** A reset item goes, but items have no name by which another file's could be cleared. */
  private static Sequence items(Sequence list) {
    var kept = new ArrayList<YamlNode>(list.items().size());
    list.items().forEach(i -> new Resets().untagged(i).ifPresent(kept::add));
    return Nodes.of(list, kept);
  }

  private static YamlNode plain(YamlNode node) {
    return switch (node) {
      case Mapping m -> new Mapping(m.entries(), Optional.empty(), m.where());
      case Sequence s -> new Sequence(s.items(), Optional.empty(), s.where());
      case Scalar s ->
          new Scalar(s.text(), s.kind(), s.quoted(), s.source(), Optional.empty(), s.where());
    };
  }

  boolean isEmpty() {
    return !cleared && below.isEmpty();
  }

  /** The places as seen from below that name. */
  Resets at(String name) {
    var place = below.get(name);
    return place != null ? place : new Resets();
  }

  /** What is left of a file that lies below the document. */
  Mapping clear(Mapping file) {
    if (below.isEmpty()) {
      return file;
    }
    var kept = new ArrayList<Entry>(file.entries().size());
    for (var entry : file.entries()) {
      var place = at(entry.name());
      if (place.cleared) {
        continue;
      }
      kept.add(entry.value() instanceof Mapping m ? entry.with(place.clear(m)) : entry);
    }
    return Nodes.of(file, kept);
  }
}
