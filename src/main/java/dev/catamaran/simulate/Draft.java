package dev.catamaran.simulate;

import dev.catamaran.cluster.Task.State;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The next world while it is being made; it never leaves this room. */
final class Draft {
  private final World.Origin origin;
  private Instant now;
  private long index;
  private long minted;
  final Map<String, SimNode> nodes;
  final Map<String, SimNetwork> networks;
  final Map<String, SimFile> files;
  final Map<String, SimService> services;
  final Map<String, SimTask> tasks;

  Draft(World world) {
    origin = world.origin();
    now = world.now();
    index = world.index();
    minted = world.minted();
    nodes = new LinkedHashMap<>(world.nodes());
    networks = new LinkedHashMap<>(world.networks());
    files = new LinkedHashMap<>(world.files());
    services = new LinkedHashMap<>(world.services());
    tasks = new LinkedHashMap<>(world.tasks());
  }

  World done() {
    return new World(origin, now, index, minted, nodes, networks, files, services, tasks);
  }

  Instant now() {
    return now;
  }

  /** Time never runs backwards here, whatever a caller's clock does. */
  void moveTo(Instant moment) {
    if (moment.isAfter(now)) {
      now = moment;
    }
  }

  long index() {
    return index;
  }

  /** The marks of a new object. */
  Meta mint() {
    return new Meta(Minting.id(origin.seed(), minted++), 0, now, now);
  }

  private Meta touched(Meta meta) {
    return meta.touched(++index, now);
  }

  void put(SimNode node) {
    nodes.put(node.id(), node.with(touched(node.meta())));
  }

  void put(SimNetwork network) {
    networks.put(network.id(), network.with(touched(network.meta())));
  }

  void put(SimFile file) {
    files.put(file.id(), file.with(touched(file.meta())));
  }

  void put(SimService service) {
    services.put(service.id(), service.with(touched(service.meta())));
  }

  /** The scheduler's own memory: no change that a caller would see. */
  void remember(SimService service) {
    services.put(service.id(), service);
  }

  void put(SimTask task) {
    tasks.put(task.id(), task.with(touched(task.meta())));
  }

  void removeTask(SimTask task) {
    tasks.remove(task.id());
    index++;
  }

  void set(SimTask task, State state, String message) {
    put(task.now(state, message, "", now));
  }

  List<SimTask> tasksOf(String serviceId) {
    return tasks.values().stream().filter(t -> t.serviceId().equals(serviceId)).toList();
  }

  Optional<SimNode> nodeOf(SimTask task) {
    return task.nodeId().map(nodes::get);
  }

  SimNode manager() {
    return World.manager(nodes.values());
  }
}
