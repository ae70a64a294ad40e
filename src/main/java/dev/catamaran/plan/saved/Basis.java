package dev.catamaran.plan.saved;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.Node;
import dev.catamaran.model.ProjectName;
import dev.catamaran.plan.Change;
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileUse;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.ServiceSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a plan's decisions and changes rest on, told in words: the cluster, what its nodes are and
 * say, the versions of the project's objects, the ports of everybody else. Two that are equal allow
 * the same changes.
 */
public record Basis(SortedMap<String, String> facts) {
  private static final String ABSENT = "absent";
  private static final String UNKNOWN = "unknown";

  public Basis {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** What these changes of this project rest on now. */
  public static Basis of(Cluster cluster, ProjectName project, List<Change> changes) {
    var facts = new TreeMap<String, String>();
    facts.put("cluster", cluster.id());
    cluster.nodes().forEach(n -> node(n, facts));
    cluster.services().forEach(s -> service(s, project, facts));
    for (var change : changes) {
      touched(change, cluster, facts);
    }
    return new Basis(facts);
  }

  private static void node(Node node, SortedMap<String, String> facts) {
    var name = "node " + node.name() + " ";
    var known = node.facts();
    facts.put(name + "id", node.id());
    facts.put(name + "role", node.role().word());
    facts.put(name + "state", node.state().word());
    facts.put(name + "availability", node.availability().word());
    facts.put(name + "address", node.address());
    facts.put(name + "platform", known.platform().toString());
    facts.put(name + "engine", known.engine().map(e -> e.text()).orElse(UNKNOWN));
    facts.put(name + "ipvs", known.ipvs().map(Object::toString).orElse(UNKNOWN));
    facts.put(name + "hyperv", known.hyperV().map(Object::toString).orElse(UNKNOWN));
    node.description().capacity().ifPresent(c -> facts.put(name + "capacity", c.toString()));
    facts.put(
        name + "plugins",
        node.description().plugins().stream()
            .map(Object::toString)
            .sorted()
            .collect(Collectors.joining(", ")));
    node.labels().forEach((label, value) -> facts.put(name + "label " + label, value));
    node.engineLabels().forEach((label, value) -> facts.put(name + "engine label " + label, value));
  }

  /** Of the project's services the version; of others only the ports they hold. */
  private static void service(
      LiveService service, ProjectName project, SortedMap<String, String> facts) {
    var spec = service.spec();
    if (project.text().equals(spec.labels().get(Labels.STACK))) {
      facts.put("service " + spec.name() + " id", service.id());
      facts.put("service " + spec.name() + " version", Long.toString(service.version()));
      return;
    }
    spec.endpoint().ports().stream()
        .flatMap(p -> port(p).stream())
        .forEach(p -> facts.merge(p, spec.name(), (one, other) -> one + ", " + other));
    Optional.ofNullable(spec.labels().get(Labels.MESH))
        .ifPresent(ports -> facts.put("mesh of " + spec.name(), ports));
  }

  private static Optional<String> port(PortSpec port) {
    return port.published()
        .map(p -> "port " + p + "/" + port.protocol() + " " + port.mode().word());
  }

  private static void touched(Change change, Cluster cluster, SortedMap<String, String> facts) {
    switch (change) {
      case Change.CreateNetwork(var spec, var _) -> network(spec.name(), cluster, facts);
      case Change.RemoveNetwork(var live) -> network(live.spec().name(), cluster, facts);
      case Change.CreateFile(var spec) -> file(spec.kind(), spec.name(), cluster, facts);
      case Change.RemoveFile(var live) -> file(live.kind(), live.name(), cluster, facts);
      case Change.CreateService(var spec, var _) -> used(spec, cluster, facts);
      case Change.UpdateService(var _, var spec, var _) -> used(spec, cluster, facts);
      case Change.ReplaceService(var _, var spec, var _) -> used(spec, cluster, facts);
      case Change.RemoveService _ -> {}
    }
  }

  /** The service itself, where it does not exist yet, and what it joins and reads. */
  private static void used(ServiceSpec spec, Cluster cluster, SortedMap<String, String> facts) {
    facts.putIfAbsent(
        "service " + spec.name() + " id",
        cluster.service(spec.name()).map(LiveService::id).orElse(ABSENT));
    spec.networks().stream().map(Attachment::network).forEach(n -> network(n, cluster, facts));
    for (FileUse use : spec.container().files()) {
      file(use.kind(), use.source(), cluster, facts);
    }
  }

  private static void network(String name, Cluster cluster, SortedMap<String, String> facts) {
    facts.put("network " + name, cluster.network(name).map(LiveNetwork::id).orElse(ABSENT));
  }

  private static void file(
      FileKind kind, String name, Cluster cluster, SortedMap<String, String> facts) {
    var id =
        cluster.files().stream()
            .filter(f -> f.kind() == kind && f.name().equals(name))
            .map(f -> f.id())
            .findFirst();
    facts.put(kind.word() + " " + name, id.orElse(ABSENT));
  }

  /** What moved since, each as {@code node win1 engine: was 17.03.1-ee-3, is 28.0.0}. */
  public List<String> moved(Basis now) {
    var names = new TreeSet<>(facts.keySet());
    names.addAll(now.facts.keySet());
    var moved = new ArrayList<String>();
    for (var name : names) {
      var was = facts.getOrDefault(name, ABSENT);
      var is = now.facts.getOrDefault(name, ABSENT);
      if (!was.equals(is)) {
        moved.add(name + ": was " + was + ", is " + is);
      }
    }
    return List.copyOf(moved);
  }
}
