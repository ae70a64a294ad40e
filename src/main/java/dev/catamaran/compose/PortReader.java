package dev.catamaran.compose;

import dev.catamaran.compose.PublishedPort.Publication;
import dev.catamaran.compose.text.PortText;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Port;
import dev.catamaran.model.PortRange;
import dev.catamaran.model.Protocol;
import dev.catamaran.model.Sourced;
import dev.catamaran.model.Where;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads {@code ports:}; equal ones once. */
final class PortReader {
  private final Values values;

  PortReader(Values values) {
    this.values = values;
  }

  List<PublishedPort> read(List<YamlNode> items) {
    Set<List<Object>> seen = new LinkedHashSet<>();
    return items.stream()
        .flatMap(item -> one(Fields.of(item, values)).stream())
        .filter(p ->
            seen.add(
                List.of(
                    p.published(),
                    p.target(),
                    p.protocol().value(),
                    p.mode().value(),
                    p.hostAddress())))
        .toList();
  }

  private Optional<PublishedPort> one(Fields fields) {
    var target = fields.node("target");
    if (target.isEmpty()) {
      tell(fields.where(), "a port needs a target, the port inside the container");
      return Optional.empty();
    }
    var mode =
        sourced(fields, "mode", fields.oneOf("mode", List.of("ingress", "host")))
            .flatMap(s -> PublishMode.of(s.value()).map(m -> same(s, m)))
            .orElseGet(() -> Sourced.defaulted(PublishMode.INGRESS));
    var protocol =
        sourced(fields, "protocol", fields.oneOf("protocol", List.of("tcp", "udp", "sctp")))
            .flatMap(s -> Protocol.of(s.value()).map(p -> same(s, p)))
            .orElseGet(() -> Sourced.defaulted(Protocol.TCP));
    var port = guarded(target.get().where(), () -> single(fields.loose("target").orElse("")));
    var text = fields.loose("published").flatMap(PortText::publishedOf);
    var published =
        guarded(
            fields.node("published").map(YamlNode::where).orElse(fields.where()),
            () -> publication(text));
    return port.flatMap(t ->
        published.map(
            p -> new PublishedPort(p, t, protocol, mode, fields.text("host_ip"), fields.where())));
  }

  /** What stands where the whole port stands is a default, and nobody wrote it. */
  private static Optional<Sourced<String>> sourced(
      Fields port, String key, Optional<String> value) {
    var where = port.node(key).map(YamlNode::where);
    return value.map(v ->
        where.filter(w -> !w.equals(port.where())).isPresent()
            ? Sourced.written(v, where.get())
            : Sourced.defaulted(v));
  }

  private static <T> Sourced<T> same(Sourced<?> source, T value) {
    return source.where().map(w -> Sourced.written(value, w)).orElse(Sourced.defaulted(value));
  }

  private static Port single(String text) {
    var range = PortText.range(text);
    if (range.size() != 1) {
      throw new IllegalArgumentException("a target is one port, not the range " + range);
    }
    return range.first();
  }

  private static Publication publication(Optional<String> text) {
    return text.map(PortText::range)
        .map(PortReader::publication)
        .orElseGet(Publication.Automatic::new);
  }

  private static Publication publication(PortRange range) {
    return range.size() == 1 ? new Publication.Fixed(range.first()) : new Publication.AnyOf(range);
  }

  private <T> Optional<T> guarded(Where where, Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (IllegalArgumentException wrong) {
      tell(where, String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  private void tell(Where where, String message) {
    values
        .faults()
        .add(
            Finding.error(Code.PORT_INVALID, message)
                .at(where)
                .tryThis("write PUBLISHED:TARGET, as in \"8080:80\" or \"8080:80/udp\""));
  }
}
