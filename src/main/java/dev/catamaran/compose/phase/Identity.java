package dev.catamaran.compose.phase;

import dev.catamaran.compose.text.VolumeText;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import java.util.stream.Collectors;

/**
 * What makes two list items the same thing, so that the later one takes the earlier one's place.
 */
final class Identity {
  private Identity() {}

  /** The item's whole text. */
  static String whole(YamlNode node) {
    return switch (node) {
      case Mapping m ->
          m.entries().stream()
              .map(e -> e.name() + ":" + whole(e.value()))
              .sorted()
              .collect(Collectors.joining(",", "{", "}"));
      case Sequence s ->
          s.items().stream().map(Identity::whole).collect(Collectors.joining(",", "[", "]"));
      case Scalar s -> s.asText();
    };
  }

  /** Address, published port, target and protocol. */
  static String port(YamlNode node) {
    return switch (node) {
      case Mapping m ->
          part(m, "host_ip", "")
              + part(m, "published", "")
              + ":"
              + part(m, "target", "")
              + "/"
              + part(m, "protocol", "tcp");
      case Sequence s -> whole(s);
      case Scalar s -> s.asText() + (s.text().contains("/") ? "" : "/tcp");
    };
  }

  /** The path in the container. */
  static String target(YamlNode node) {
    return switch (node) {
      case Mapping m -> part(m, "target", part(m, "source", ""));
      case Sequence s -> whole(s);
      case Scalar s -> VolumeText.parse(s.text()).map(VolumeText::target).orElse(s.text());
    };
  }

  private static String part(Mapping mapping, String key, String otherwise) {
    return mapping.get(key).map(Identity::whole).orElse(otherwise);
  }
}
