package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The file with what its attributes imply: names, the default network, dependencies. */
final class Normal {
  private static final Set<String> NAMED = Set.of("networks", "volumes", "configs", "secrets");
  private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
  private static final String DEFAULT = "default";
  private static final String NAME = "name";

  private Normal() {}

  static Mapping of(Mapping file, Context context) {
    var entries = new ArrayList<Entry>();
    entries.add(Made.entry(NAME, Made.text(context.project(), file.where())));
    boolean defaultUsed = false;
    for (var entry : file.entries()) {
      if (entry.name().equals("services") && entry.value() instanceof Mapping services) {
        var normal = ServiceNormal.all(services, context.variables());
        defaultUsed = usesDefault(normal);
        entries.add(entry.with(normal));
      } else if (!entry.name().equals(NAME)) {
        entries.add(entry);
      }
    }
    var whole = Made.like(file, entries);
    return named(defaultUsed ? withDefaultNetwork(whole) : whole, context.project());
  }

  private static boolean usesDefault(Mapping services) {
    return services.entries().stream()
        .flatMap(s -> Found.asMapping(s.value()).stream())
        .anyMatch(s ->
            s.entry("provider").isEmpty()
                && s.entry("network_mode").isEmpty()
                && Found.mapping(s, "networks")
                    .filter(n -> n.entry(DEFAULT).isPresent())
                    .isPresent());
  }

  private static Mapping withDefaultNetwork(Mapping file) {
    var networks =
        Found.mapping(file, "networks").orElseGet(() -> Made.mapping(file.where(), List.of()));
    return Made.put(
        file, "networks", Made.putIfAbsent(networks, DEFAULT, Made.nothing(file.where())));
  }

  /** What has no name of its own is called by its key; what Compose makes has the project's too. */
  private static Mapping named(Mapping file, String project) {
    var entries = new ArrayList<Entry>();
    for (var entry : file.entries()) {
      boolean resources = NAMED.contains(entry.name()) && entry.value() instanceof Mapping;
      entries.add(resources ? entry.with(allNamed((Mapping) entry.value(), project + "_")) : entry);
    }
    return Made.like(file, entries);
  }

  private static Mapping allNamed(Mapping resources, String prefix) {
    var entries = new ArrayList<Entry>();
    for (var entry : resources.entries()) {
      entries.add(entry.with(named(entry.key(), entry.value(), prefix)));
    }
    return Made.like(resources, entries);
  }

  private static YamlNode named(Scalar key, YamlNode resource, String prefix) {
    if (resource instanceof Scalar s && !s.isNull()) {
      return resource;
    }
    var written =
        Found.asMapping(resource).orElseGet(() -> Made.mapping(resource.where(), List.of()));
    if (Found.scalar(written, NAME).isPresent()) {
      return written;
    }
    boolean external = TRUE.contains(Found.text(written, "external"));
    var name = Made.text(external ? key.text() : prefix + key.text(), key.where());
    return Made.put(written, NAME, name);
  }
}
