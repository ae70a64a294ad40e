package dev.catamaran.compose.canonical;

import dev.catamaran.compose.text.HostPaths;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the attributes of one service imply for its other ones. */
final class ServiceNormal {
  private static final String DOCKERFILE = "dockerfile";
  private static final String NETWORKS = "networks";

  private final Map<String, String> variables;

  private ServiceNormal(Map<String, String> variables) {
    this.variables = variables;
  }

  static Mapping all(Mapping services, Map<String, String> variables) {
    var normal = new ServiceNormal(variables);
    var entries = new ArrayList<Entry>(services.entries().size());
    for (var entry : services.entries()) {
      entries.add(
          entry.value() instanceof Mapping service ? entry.with(normal.service(service)) : entry);
    }
    return Made.like(services, entries);
  }

  private Mapping service(Mapping service) {
    var entries = new ArrayList<Entry>(service.entries().size() + 2);
    for (var entry : service.entries()) {
      entries.add(entry.with(attribute(entry)));
    }
    return ImpliedDependencies.added(networked(Made.like(service, entries)));
  }

  private YamlNode attribute(Entry entry) {
    var value = entry.value();
    return switch (entry.name()) {
      case "pull_policy" ->
          value instanceof Scalar s && s.text().equals("if_not_present")
              ? Made.text("missing", s.where())
              : value;
      case "build" -> value instanceof Mapping build ? build(build) : value;
      case "environment" -> resolved(value, true);
      case "volumes" -> value instanceof Sequence mounts ? mounts(mounts) : value;
      default -> value;
    };
  }

  private Mapping build(Mapping build) {
    var where = build.where();
    var full = Made.putIfAbsent(build, "context", Made.text(".", where));
    if (full.entry("dockerfile_inline").isEmpty()) {
      full = Made.putIfAbsent(full, DOCKERFILE, Made.text("Dockerfile", where));
    }
    var args = full.get("args");
    return args.isPresent() ? Made.put(full, "args", resolved(args.get(), false)) : full;
  }

  /** Names without a value have the operator's; what then has none may be left out. */
  private YamlNode resolved(YamlNode node, boolean keepUnset) {
    return switch (node) {
      case Mapping pairs -> resolved(pairs, keepUnset);
      case Sequence list ->
          Made.list(
              list.where(),
              list.items().stream().flatMap(i -> item(i, keepUnset).stream()).toList());
      case Scalar other -> other;
    };
  }

  private Mapping resolved(Mapping pairs, boolean keepUnset) {
    var entries = new ArrayList<Entry>(pairs.entries().size());
    for (var entry : pairs.entries()) {
      boolean bare = entry.value() instanceof Scalar s && s.isNull();
      var value = bare ? value(entry.name()) : Optional.<String>empty();
      if (value.isPresent()) {
        entries.add(entry.with(Made.text(value.get(), entry.value().where())));
      } else if (!bare || keepUnset) {
        entries.add(entry);
      }
    }
    return Made.like(pairs, entries);
  }

  private Optional<YamlNode> item(YamlNode item, boolean keepUnset) {
    if (!(item instanceof Scalar text) || text.text().indexOf('=') >= 0) {
      return Optional.of(item);
    }
    var value = value(text.text());
    return value.isPresent()
        ? Optional.of(Made.text(text.text() + "=" + value.get(), text.where()))
        : Optional.of(item).filter(_ -> keepUnset);
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  private static Sequence mounts(Sequence mounts) {
    return Made.list(
        mounts.where(),
        mounts.items().stream().map(m -> m instanceof Mapping one ? cleaned(one) : m).toList());
  }

  private static Mapping cleaned(Mapping mount) {
    var target = Found.scalar(mount, "target");
    if (target.isEmpty()) {
      return mount;
    }
    var old = target.get();
    // An empty path is the directory one is in, as Docker has it.
    var clean = old.text().isEmpty() ? "." : HostPaths.cleanTarget(old.text());
    return clean.equals(old.text())
        ? mount
        : Made.put(mount, "target", Made.text(clean, old.where()));
  }

  /** A service that says nothing about networks is in the default one. */
  private static Mapping networked(Mapping service) {
    boolean apart =
        service.entry("provider").isPresent() || service.entry("network_mode").isPresent();
    boolean named =
        Found.mapping(service, NETWORKS).filter(n -> !n.entries().isEmpty()).isPresent();
    return apart || named
        ? service
        : Made.put(
            service,
            NETWORKS,
            Made.mapping(
                service.where(), List.of(Made.entry("default", Made.nothing(service.where())))));
  }
}
