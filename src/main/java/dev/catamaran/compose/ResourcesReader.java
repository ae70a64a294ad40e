package dev.catamaran.compose;

import dev.catamaran.compose.text.Quantities;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.spec.Resources;
import dev.catamaran.spec.Resources.Amount;
import dev.catamaran.spec.Resources.Generic;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads {@code deploy.resources}, and {@code mem_limit} and its kin, which mean the same. */
final class ResourcesReader {
  private final Fields service;
  private final Fields limits;
  private final Fields reservations;

  ResourcesReader(Fields service, Fields deploy) {
    this.service = service;
    var resources = deploy.below("resources");
    this.limits = resources.below("limits");
    this.reservations = resources.below("reservations");
  }

  Resources read() {
    var values = service.values();
    return new Resources(
        new Amount(
            either(limits.cpus("cpus"), "cpus", values::cpus),
            either(limits.bytes("memory"), "mem_limit", this::olderBytes)),
        new Amount(
            optional(reservations.cpus("cpus")),
            either(reservations.bytes("memory"), "mem_reservation", this::olderBytes)),
        either(limits.node("pids").flatMap(values::whole), "pids_limit", values::whole),
        reservations.items("generic_resources").stream()
            .flatMap(n -> generic(n).stream())
            .toList());
  }

  private Optional<Generic> generic(YamlNode node) {
    var spec = Fields.of(node, service.values()).below("discrete_resource_spec");
    var count = spec.node("value").flatMap(service.values()::whole);
    return spec.text("kind").flatMap(kind -> count.map(n -> new Generic(kind, n)));
  }

  /** The older keys take a number of bytes without a unit as well. */
  private Optional<Long> olderBytes(YamlNode node) {
    var values = service.values();
    return values
        .loose(node)
        .filter(t -> !t.isEmpty())
        .flatMap(t ->
            Quantities.bytes(t)
                .or(() -> values.wrong(node, "an amount of memory", "write it like 512M")));
  }

  private OptionalLong either(
      Optional<Long> below, String older, Function<YamlNode, Optional<Long>> reader) {
    var node = service.node(older);
    var outside = node.flatMap(reader);
    if (below.isPresent() && outside.isPresent() && !below.equals(outside)) {
      service
          .values()
          .faults()
          .invalid(
              node.orElseThrow().where(),
              older + " and deploy.resources say different things",
              "remove " + older);
    }
    return optional(below.or(() -> outside));
  }

  private static OptionalLong optional(Optional<Long> value) {
    return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }
}
