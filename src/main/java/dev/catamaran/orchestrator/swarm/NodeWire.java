package dev.catamaran.orchestrator.swarm;

import dev.catamaran.cluster.Description;
import dev.catamaran.cluster.Description.Capacity;
import dev.catamaran.cluster.Description.Generic;
import dev.catamaran.cluster.Description.Plugin;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.Node.Availability;
import dev.catamaran.cluster.Node.Role;
import dev.catamaran.cluster.Node.State;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.json.Json;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import dev.catamaran.spec.Labels;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** GET /nodes. */
final class NodeWire {
  private NodeWire() {}

  static Node read(Json node) {
    var id = node.get("ID").text().orElse("");
    var spec = node.get("Spec");
    var description = node.get("Description");
    var labels = spec.get("Labels").textMembers();
    var engineLabels = description.at("Engine", "Labels").textMembers();
    return new Node(
        id,
        // A node that is just joining has not described itself yet.
        new NodeName(description.get("Hostname").nonEmptyText().orElse(id)),
        spec.get("Role").text().orElse("").equals("manager") ? Role.MANAGER : Role.WORKER,
        availability(spec.get("Availability").text().orElse("active")),
        state(node.at("Status", "State").text().orElse("")),
        facts(description, labels, engineLabels),
        address(node),
        labels,
        description(description, engineLabels));
  }

  private static Description description(Json json, Map<String, String> engineLabels) {
    var resources = json.get("Resources");
    return new Description(
        resources.isNull() ? Optional.empty() : Optional.of(capacity(resources)),
        json.at("Engine", "Plugins").items().stream()
            .map(p -> new Plugin(p.get("Type").text().orElse(""), p.get("Name").text().orElse("")))
            .toList(),
        engineLabels);
  }

  private static Capacity capacity(Json resources) {
    return new Capacity(
        resources.get("NanoCPUs").number().orElse(0),
        resources.get("MemoryBytes").number().orElse(0),
        resources.get("GenericResources").items().stream()
            .flatMap(g -> generic(g).stream())
            .toList());
  }

  private static Optional<Generic> generic(Json json) {
    var counted = json.get("DiscreteResourceSpec");
    var named = json.get("NamedResourceSpec");
    if (!counted.isNull()) {
      long count = Math.max(0, counted.get("Value").number().orElse(0));
      return counted.get("Kind").nonEmptyText().map(kind -> Generic.counted(kind, count));
    }
    var name = named.get("Value").text().orElse("");
    return named.get("Kind").nonEmptyText().map(kind -> Generic.named(kind, name));
  }

  private static Availability availability(String word) {
    return switch (word) {
      case "active" -> Availability.ACTIVE;
      case "pause" -> Availability.PAUSE;
      case "drain" -> Availability.DRAIN;
      default -> throw new IllegalArgumentException("unknown node availability \"" + word + "\"");
    };
  }

  private static State state(String word) {
    return switch (word) {
      case "ready" -> State.READY;
      case "down" -> State.DOWN;
      case "disconnected" -> State.DISCONNECTED;
      default -> State.UNKNOWN;
    };
  }

  /** Labels on the node win over those an engine brings along: they are the newer word. */
  private static NodeFacts facts(
      Json description, Map<String, String> labels, Map<String, String> engineLabels) {
    var all = new HashMap<>(engineLabels);
    all.putAll(labels);
    var platform = description.get("Platform");
    var os = Os.of(platform.get("OS").text().orElse(""));
    return new NodeFacts(
        new Platform(
            os,
            platform.get("Architecture").text().orElse(""),
            Optional.empty(),
            os == Os.WINDOWS ? version(all) : Optional.empty()),
        description.at("Engine", "EngineVersion").text().flatMap(EngineVersion::parse),
        flag(all, Labels.IPVS),
        flag(all, Labels.HYPERV));
  }

  private static Optional<OsVersion> version(Map<String, String> labels) {
    var build = labels.get(Labels.OS_BUILD);
    if (build == null) {
      return Optional.empty();
    }
    var revision = labels.get(Labels.OS_REVISION);
    return OsVersion.parse("10.0." + build + (revision == null ? "" : "." + revision));
  }

  private static Optional<Boolean> flag(Map<String, String> labels, String key) {
    return switch (labels.getOrDefault(key, "")) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** A manager sees itself at the address it came in by, which may be none others can use. */
  private static String address(Json node) {
    var seen = node.at("Status", "Addr").text().orElse("");
    if (!seen.isEmpty() && !seen.equals("0.0.0.0") && !seen.startsWith("127.")) {
      return seen;
    }
    var advertised = node.at("ManagerStatus", "Addr").text().orElse("");
    int colon = advertised.lastIndexOf(':');
    var host = colon < 0 ? advertised : advertised.substring(0, colon);
    var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return bare.isEmpty() ? seen : bare;
  }
}
