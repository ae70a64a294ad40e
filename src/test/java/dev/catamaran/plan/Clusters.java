package dev.catamaran.plan;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveFile;
import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.NetworkSpec;
import dev.catamaran.spec.ServiceSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Clusters for tests of the plan, written as people speak of them. */
final class Clusters {
  private final List<Node> nodes = new ArrayList<>();
  private final List<LiveNetwork> networks = new ArrayList<>();
  private final List<LiveService> services = new ArrayList<>();
  private final List<LiveFile> files = new ArrayList<>();

  Clusters linux(String name) {
    return linux(name, Optional.of(true));
  }

  Clusters linux(String name, Optional<Boolean> ipvs) {
    var labels = new LinkedHashMap<String, String>();
    labels.put(Labels.AGENT, "test");
    var role = nodes.isEmpty() ? Node.Role.MANAGER : Node.Role.WORKER;
    return node(
        name,
        role,
        new NodeFacts(
            Platform.of(Os.LINUX, "x86_64"), EngineVersion.parse("28.5.2"), ipvs, Optional.empty()),
        labels);
  }

  /** {@code version} is BUILD.REVISION, or empty for a node that tells nobody. */
  Clusters windows(String name, String version, String engine) {
    var osVersion = OsVersion.parse(version);
    var labels = new LinkedHashMap<String, String>();
    labels.put(Labels.AGENT, "test");
    osVersion.ifPresent(v -> labels.put(Labels.OS_BUILD, Integer.toString(v.build())));
    return node(
        name,
        Node.Role.WORKER,
        new NodeFacts(
            new Platform(Os.WINDOWS, "x86_64", Optional.empty(), osVersion),
            EngineVersion.parse(engine),
            Optional.empty(),
            Optional.empty()),
        labels);
  }

  Clusters drained(String name) {
    nodes.replaceAll(n ->
        n.name().text().equals(name)
            ? new Node(
                n.id(),
                n.name(),
                n.role(),
                Node.Availability.DRAIN,
                n.state(),
                n.facts(),
                n.address(),
                n.labels(),
                n.engineLabels())
            : n);
    return this;
  }

  /** Whether the node has the Hyper-V role; nobody says so of a node that is not named here. */
  Clusters hyperV(String name, boolean role) {
    nodes.replaceAll(n ->
        n.name().text().equals(name)
            ? new Node(
                n.id(),
                n.name(),
                n.role(),
                n.availability(),
                n.state(),
                new NodeFacts(
                    n.facts().platform(), n.facts().engine(), n.facts().ipvs(), Optional.of(role)),
                n.address(),
                n.labels(),
                n.engineLabels())
            : n);
    return this;
  }

  Clusters labelled(String name, String label, String value) {
    return relabelled(name, labels -> labels.put(label, value));
  }

  Clusters withoutAgent(String name) {
    return relabelled(name, labels -> labels.remove(Labels.AGENT));
  }

  private Clusters relabelled(String name, Consumer<Map<String, String>> change) {
    nodes.replaceAll(n -> {
      var labels = new LinkedHashMap<>(n.labels());
      if (n.name().text().equals(name)) {
        change.accept(labels);
      }
      return new Node(
          n.id(),
          n.name(),
          n.role(),
          n.availability(),
          n.state(),
          n.facts(),
          n.address(),
          labels,
          n.engineLabels());
    });
    return this;
  }

  Clusters network(String name, String driver, boolean swarmScope, Map<String, String> labels) {
    networks.add(
        new LiveNetwork(
            "id-" + name,
            new NetworkSpec(name, driver, Map.of(), false, false, labels),
            swarmScope,
            false));
    return this;
  }

  Clusters holding(ServiceSpec spec) {
    services.add(new LiveService("id-" + spec.name(), 7, spec, Optional.empty()));
    return this;
  }

  Clusters holding(NetworkSpec spec) {
    networks.add(new LiveNetwork("id-" + spec.name(), spec, true, false));
    return this;
  }

  Clusters holding(FileKind kind, String name, Map<String, String> labels) {
    files.add(new LiveFile(kind, "id-" + name, name, labels));
    return this;
  }

  Cluster cluster() {
    return new Cluster("cluster", nodes, networks, files, services, List.of());
  }

  private Clusters node(String name, Node.Role role, NodeFacts facts, Map<String, String> labels) {
    nodes.add(
        new Node(
            "id-" + name,
            new NodeName(name),
            role,
            Node.Availability.ACTIVE,
            Node.State.READY,
            facts,
            "10.0.0." + (nodes.size() + 1),
            labels,
            Map.of()));
    return this;
  }
}
