package dev.catamaran.cluster;

import dev.catamaran.model.NodeName;
import dev.catamaran.model.ProjectName;
import dev.catamaran.spec.Labels;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One observed moment. What it holds is looked up, not searched: clusters may be large. */
public final class Cluster {
  private final String id;
  private final List<Node> nodes;
  private final Networking networking;
  private final List<LiveFile> files;
  private final List<LiveService> services;
  private final List<Task> tasks;
  private final AskedEngine asked;
  private final Map<NodeName, Node> nodesByName;
  private final Map<String, Node> nodesById;
  private final Map<String, LiveNetwork> networksByName;
  private final Map<String, LiveService> servicesByName;
  private final Map<String, List<Task>> tasksByService;

  /**
   * Keeps the nodes by name, so that no answer hangs on the order in which an engine lists them.
   *
   * @param id the engine's own id of the cluster
   * @param files configs and secrets
   */
  public Cluster(
      String id, List<Node> nodes, Networking networking, List<LiveFile> files, Work work) {
    this.id = id;
    this.nodes = nodes.stream().sorted(Comparator.comparing(Node::name)).toList();
    this.networking = networking;
    this.files = List.copyOf(files);
    this.services = work.services();
    this.tasks = work.tasks();
    this.asked = work.asked();
    this.nodesByName = firstBy(this.nodes, Node::name);
    this.nodesById = firstBy(this.nodes, Node::id);
    this.networksByName = firstBy(networking.networks(), n -> n.spec().name());
    this.servicesByName = firstBy(services, s -> s.spec().name());
    this.tasksByService = tasks.stream().collect(Collectors.groupingBy(Task::serviceId));
  }

  /** Of a cluster that does not tell its address pools. */
  public Cluster(
      String id, List<Node> nodes, List<LiveNetwork> networks, List<LiveFile> files, Work work) {
    this(id, nodes, new Networking(networks, Optional.empty()), files, work);
  }

  /**
   * The networks there are, and what new ones get.
   *
   * @param pools engines tell them from 18.09 on
   */
  public record Networking(List<LiveNetwork> networks, Optional<AddressPools> pools) {
    public Networking {
      networks = List.copyOf(networks);
    }
  }

  /**
   * What runs, and what shall run.
   *
   * @param asked the engine that told it, with what runs beside Swarm
   */
  public record Work(List<LiveService> services, List<Task> tasks, AskedEngine asked) {
    public static final Work NONE = new Work(List.of(), List.of());

    public Work {
      services = List.copyOf(services);
      tasks = List.copyOf(tasks);
    }

    /** Nobody tells more than Swarm itself knows. */
    public Work(List<LiveService> services, List<Task> tasks) {
      this(services, tasks, AskedEngine.NOBODY);
    }
  }

  private static <K, V> Map<K, V> firstBy(Collection<V> all, Function<V, K> key) {
    var map = HashMap.<K, V>newHashMap(all.size());
    all.forEach(v -> map.putIfAbsent(key.apply(v), v));
    return map;
  }

  public String id() {
    return id;
  }

  /** Sorted by name. */
  public List<Node> nodes() {
    return nodes;
  }

  public List<LiveNetwork> networks() {
    return networking.networks();
  }

  /** What subnets are taken from; empty where the engine does not say. */
  public Optional<AddressPools> pools() {
    return networking.pools();
  }

  /** Configs and secrets. */
  public List<LiveFile> files() {
    return files;
  }

  public List<LiveService> services() {
    return services;
  }

  public List<Task> tasks() {
    return tasks;
  }

  /** The engine that told all this. */
  public AskedEngine asked() {
    return asked;
  }

  public Optional<Node> node(NodeName name) {
    return Optional.ofNullable(nodesByName.get(name));
  }

  public Optional<Node> nodeById(String nodeId) {
    return Optional.ofNullable(nodesById.get(nodeId));
  }

  public Optional<LiveNetwork> network(String name) {
    return Optional.ofNullable(networksByName.get(name));
  }

  public Optional<LiveService> service(String name) {
    return Optional.ofNullable(servicesByName.get(name));
  }

  /** The services of a project, by Docker's stack label. */
  public List<LiveService> servicesOf(ProjectName project) {
    return services.stream()
        .filter(s -> project.text().equals(s.spec().labels().get(Labels.STACK)))
        .toList();
  }

  /** The services of other projects, and those of none. */
  public List<LiveService> servicesBeside(ProjectName project) {
    return services.stream()
        .filter(s -> !project.text().equals(s.spec().labels().get(Labels.STACK)))
        .toList();
  }

  public List<Task> tasksOf(LiveService service) {
    return tasksByService.getOrDefault(service.id(), List.of());
  }

  /** The same moment with other nodes. */
  public Cluster withNodes(List<Node> other) {
    return new Cluster(id, other, networking, files, new Work(services, tasks));
  }
}
