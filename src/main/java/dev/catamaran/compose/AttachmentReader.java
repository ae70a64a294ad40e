package dev.catamaran.compose;

import dev.catamaran.spec.Attachment;
import java.util.List;

/** Reads {@code networks:} of a service; without any it is on the network {@code default}. */
final class AttachmentReader {
  static final String DEFAULT = "default";

  private AttachmentReader() {}

  static List<Attachment> read(Fields service) {
    var attachments =
        service.below("networks").named().stream()
            .map(e -> attachment(e.name(), Fields.of(e.value(), service.values())))
            .toList();
    return attachments.isEmpty() ? List.of(new Attachment(DEFAULT, List.of())) : attachments;
  }

  private static Attachment attachment(String network, Fields fields) {
    return new Attachment(network, fields.texts("aliases"), fields.labels("driver_opts"));
  }
}
