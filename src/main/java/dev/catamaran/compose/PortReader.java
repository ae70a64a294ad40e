package dev.catamaran.compose;

import dev.catamaran.compose.PublishedPort.Publication;
import dev.catamaran.compose.text.PortText;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.model.Sourced;
import dev.catamaran.model.Where;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads {@code ports:}, short and long; one entry per port pair, equal ones once. */
final class PortReader {
  private static final List<String> PROTOCOLS = List.of("tcp", "udp", "sctp");

  private final Values values;

  PortReader(Values values) {
    this.values = values;
  }

  List<PublishedPort> read(List<YamlNode> items) {
    Set<List<Object>> seen = new LinkedHashSet<>();
    return items.stream()
        .flatMap(item -> one(item).stream())
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

  private List<PublishedPort> one(YamlNode item) {
    return switch (item) {
      case Mapping m -> longForm(new Fields(m, values));
      case Scalar s -> guarded(s.where(), () -> shortForm(s));
      case Sequence s -> values.<List<PublishedPort>>wrong(s, "a port", "").orElse(List.of());
    };
  }

  private List<PublishedPort> shortForm(Scalar scalar) {
    var text = PortText.parse(scalar.asText());
    var protocol =
        text.protocol()
            .map(word -> Sourced.written(protocol(word), scalar.where()))
            .orElseGet(() -> Sourced.defaulted(Protocol.TCP));
    return PortPairs.of(text.published(), text.target()).stream()
        .map(pair ->
            new PublishedPort(
                pair.published(),
                pair.target(),
                protocol,
                Sourced.defaulted(PublishMode.INGRESS),
                text.address(),
                scalar.where()))
        .toList();
  }

  private static Protocol protocol(String word) {
    return Protocol.of(word)
        .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is no protocol"));
  }

  private List<PublishedPort> longForm(Fields fields) {
    if (!fields.has("target")) {
      tell(fields.where(), "a port needs a target, the port inside the container");
      return List.of();
    }
    var targetPlace = fields.node("target").orElseThrow().where();
    var publishedPlace = fields.node("published").map(YamlNode::where).orElse(targetPlace);
    var published = fields.loose("published").flatMap(t -> PortText.publishedOf(t));
    var mode =
        fields
            .oneOf("mode", List.of("ingress", "host"))
            .flatMap(PublishMode::of)
            .map(m -> Sourced.written(m, fields.node("mode").orElseThrow().where()))
            .orElseGet(() -> Sourced.defaulted(PublishMode.INGRESS));
    var protocol =
        fields
            .oneOf("protocol", PROTOCOLS)
            .flatMap(Protocol::of)
            .map(p -> Sourced.written(p, fields.node("protocol").orElseThrow().where()))
            .orElseGet(() -> Sourced.defaulted(Protocol.TCP));
    var targets = guarded(targetPlace, () -> List.of(single(fields.loose("target").orElse(""))));
    return targets.stream()
        .flatMap(target ->
            guarded(publishedPlace, () -> List.of(publication(published))).stream()
                .map(p ->
                    new PublishedPort(
                        p, target, protocol, mode, fields.text("host_ip"), fields.where())))
        .toList();
  }

  private static Port single(String text) {
    var range = PortText.range(text);
    if (range.size() != 1) {
      throw new IllegalArgumentException("a target is one port, not the range " + range);
    }
    return range.first();
  }

  private static Publication publication(Optional<String> text) {
    return text.<Publication>map(t -> PortPairs.published(PortText.range(t)))
        .orElseGet(Publication.Automatic::new);
  }

  private <T> List<T> guarded(Where where, Supplier<List<T>> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException wrong) {
      tell(where, String.valueOf(wrong.getMessage()));
      return List.of();
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
