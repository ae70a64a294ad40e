package dev.catamaran.simulate;

import dev.catamaran.cluster.Node;
import dev.catamaran.spec.FileKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A simulated cluster at one moment of its virtual time. */
public record World(
    Origin origin,
    Instant now,
    long index,
    long minted,
    Map<String, SimNode> nodes,
    Map<String, SimNetwork> networks,
    Map<String, SimFile> files,
    Map<String, SimService> services,
    Map<String, SimTask> tasks) {

  /**
   * Where a world comes from; the same seed gives the same ids.
   *
   * @param id the cluster's own id
   */
  public record Origin(String id, long seed, Instant began) {}

  public World {
    nodes = fixed(nodes);
    networks = fixed(networks);
    files = fixed(files);
    services = fixed(services);
    tasks = fixed(tasks);
  }

  private static <T> Map<String, T> fixed(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** An empty cluster, with the networks that every engine has. */
  public static World empty(long seed, Instant began) {
    var bare =
        new World(
            new Origin(Minting.id(seed, 0), seed, began),
            began,
            10,
            1,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());
    var draft = new Draft(bare);
    Networks.seed(draft);
    return draft.done();
  }

  /** A copy with one more node, made from the marks it is given. */
  public World withNode(Function<Meta, SimNode> made) {
    var draft = new Draft(this);
    draft.put(made.apply(draft.mint()));
    return draft.done();
  }

  public Optional<SimNode> node(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  public Optional<SimService> service(String id) {
    return Optional.ofNullable(services.get(id));
  }

  public Optional<SimNetwork> network(String id) {
    return Optional.ofNullable(networks.get(id));
  }

  public List<SimFile> files(FileKind kind) {
    return files.values().stream().filter(f -> f.kind() == kind).toList();
  }

  public List<SimTask> tasksOf(String serviceId) {
    return tasks.values().stream().filter(t -> t.serviceId().equals(serviceId)).toList();
  }

  /** The task is as its service's present spec wants it. */
  public boolean upToDate(SimTask task) {
    return service(task.serviceId())
        .filter(s -> !Rollouts.dirty(s, task, task.nodeId().flatMap(this::node)))
        .isPresent();
  }

  /** The first node that keeps the cluster's state. */
  public SimNode manager() {
    return manager(nodes.values());
  }

  static SimNode manager(Collection<SimNode> nodes) {
    return nodes.stream()
        .filter(n -> n.role() == Node.Role.MANAGER)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a cluster without a manager"));
  }
}
