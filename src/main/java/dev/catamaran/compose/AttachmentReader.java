package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.spec.Attachment;
import java.util.List;

/** Reads {@code networks:} of a service; without any it is on the network {@code default}. */
final class AttachmentReader {
  static final String DEFAULT = "default";

  private AttachmentReader() {}

  static List<Attachment> read(Fields service) {
    var attachments =
        service.node("networks").map(n -> read(n, service.values())).orElse(List.of());
    return attachments.isEmpty() ? List.of(new Attachment(DEFAULT, List.of())) : attachments;
  }

  private static List<Attachment> read(YamlNode node, Values values) {
    return switch (node) {
      case Sequence list ->
          values.texts(list).stream().distinct().map(n -> new Attachment(n, List.of())).toList();
      case Mapping mapping ->
          new Fields(mapping, values)
              .named().stream()
                  .map(e ->
                      new Attachment(e.name(), Fields.of(e.value(), values).oneOrMore("aliases")))
                  .toList();
      case Scalar s ->
          values.<List<Attachment>>wrong(s, "a list", "write \"- name\" lines").orElse(List.of());
    };
  }
}
