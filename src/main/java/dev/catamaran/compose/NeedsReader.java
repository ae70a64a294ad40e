package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Closest;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.ServiceName;
import dev.catamaran.model.Where;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code depends_on:}, {@code links:} and {@code network_mode:}: whom a service needs, though
 * Swarm keeps no order.
 */
final class NeedsReader {
  private static final List<String> CONDITIONS =
      List.of("service_started", "service_healthy", "service_completed_successfully");

  private final Set<ServiceName> declared;
  private final Values values;
  private final Set<ServiceName> needs = new LinkedHashSet<>();
  private final Map<String, ServiceName> links = new LinkedHashMap<>();

  NeedsReader(Set<ServiceName> declared, Values values) {
    this.declared = declared;
    this.values = values;
  }

  Ties read(Fields service) {
    service
        .node("depends_on")
        .ifPresent(node -> {
          sayNoOrder(service.place("depends_on"), node);
          dependsOn(node);
        });
    service.items("links").forEach(this::link);
    return new Ties(needs, links, service.text("network_mode"));
  }

  /** What stands where its key stands follows from links, and nobody wrote it. */
  private void sayNoOrder(Where key, YamlNode written) {
    if (!written.where().equals(key)) {
      values
          .faults()
          .add(
              Finding.info(
                      Code.KEY_NOT_APPLIED,
                      "depends_on gives no order: Swarm starts services in any")
                  .at(key));
    }
  }

  private void dependsOn(YamlNode node) {
    switch (node) {
      case Sequence list ->
          list.items().forEach(i -> values.text(i).ifPresent(n -> need(n, i.where(), true)));
      case Mapping mapping ->
          new Fields(mapping, values)
              .named()
              .forEach(e -> {
                var fields = Fields.of(e.value(), values);
                boolean required = !fields.has("required") || fields.flag("required");
                need(e.name(), e.key().where(), required);
                condition(fields);
              });
      case Scalar s -> values.wrong(s, "a list of services", "write \"- name\" lines");
    }
  }

  private void condition(Fields fields) {
    var waits = fields.oneOf("condition", CONDITIONS).filter(c -> !c.equals(CONDITIONS.getFirst()));
    waits.ifPresent(c ->
        values
            .faults()
            .add(
                Finding.warning(
                        Code.KEY_NOT_APPLIED,
                        "depends_on gives no order: Swarm starts services in any, and waits for no "
                            + c)
                    .at(fields.node("condition").orElseThrow().where())
                    .tryThis("let the service try again until what it needs answers")));
  }

  private void link(YamlNode node) {
    values
        .text(node)
        .ifPresent(text -> {
          int colon = text.indexOf(':');
          var name = colon < 0 ? text : text.substring(0, colon);
          need(name, node.where(), true);
          if (colon >= 0 && !text.substring(colon + 1).equals(name)) {
            var alias = text.substring(colon + 1);
            ServiceName.parse(name).filter(declared::contains).ifPresent(s -> links.put(alias, s));
            alias(name, alias, node.where());
          }
        });
  }

  private void alias(String name, String alias, Where where) {
    values
        .faults()
        .add(
            Finding.warning(
                    Code.KEY_NOT_APPLIED,
                    "Swarm has no links: \"" + alias + "\" will not lead to " + name)
                .at(where)
                .tryThis(
                    "give "
                        + name
                        + " the alias "
                        + alias
                        + " below networks: (NETWORK: aliases:)"));
  }

  private void need(String name, Where where, boolean required) {
    var service = ServiceName.parse(name).filter(declared::contains);
    service.ifPresent(needs::add);
    if (service.isEmpty() && required) {
      values.faults().add(undefined(name, where));
    }
  }

  private Finding undefined(String name, Where where) {
    var finding =
        Finding.warning(
                Code.REFERENCE_UNDEFINED,
                "no service \"" + name + "\" is declared, or its profile is not active")
            .at(where);
    Optional<String> near = Closest.to(name, declared.stream().map(ServiceName::text).toList());
    return near.map(n -> finding.tryThis("did you mean \"" + n + "\"?")).orElse(finding);
  }
}
