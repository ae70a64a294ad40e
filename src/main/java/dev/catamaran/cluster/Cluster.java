package dev.catamaran.cluster;

import dev.catamaran.model.NodeName;
import dev.catamaran.model.ProjectName;
import dev.catamaran.spec.Labels;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One observed moment.
 *
 * @param id the engine's own id of the cluster
 * @param nodes kept by name, so that no answer hangs on the order in which an engine lists them
 * @param files configs and secrets
 */
public record Cluster(
    String id,
    List<Node> nodes,
    List<LiveNetwork> networks,
    List<LiveFile> files,
    List<LiveService> services,
    List<Task> tasks) {
  public Cluster {
    nodes = nodes.stream().sorted(Comparator.comparing(Node::name)).toList();
    networks = List.copyOf(networks);
    files = List.copyOf(files);
    services = List.copyOf(services);
    tasks = List.copyOf(tasks);
  }

  public Optional<Node> node(NodeName name) {
    return nodes.stream().filter(n -> n.name().equals(name)).findFirst();
  }

  public Optional<Node> nodeById(String nodeId) {
    return nodes.stream().filter(n -> n.id().equals(nodeId)).findFirst();
  }

  public Optional<LiveNetwork> network(String name) {
    return networks.stream().filter(n -> n.spec().name().equals(name)).findFirst();
  }

  public Optional<LiveService> service(String name) {
    return services.stream().filter(s -> s.spec().name().equals(name)).findFirst();
  }

  /** The services of a project, by Docker's stack label. */
  public List<LiveService> servicesOf(ProjectName project) {
    return services.stream()
        .filter(s -> project.text().equals(s.spec().labels().get(Labels.STACK)))
        .toList();
  }

  public List<Task> tasksOf(LiveService service) {
    return tasks.stream().filter(t -> t.serviceId().equals(service.id())).toList();
  }
}
