package dev.catamaran.route;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.Task;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.route.MeshLabel.MeshPort;
import dev.catamaran.route.RoutingTable.Backend;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import dev.catamaran.spec.Labels;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The routes a cluster's labels ask for, and what stood in the way of some.
 *
 * @param findings warnings only: a label nobody can read, a port two services claim, a node whose
 *     address is not told
 */
public record Routes(RoutingTable table, List<Finding> findings) {
  private static final Comparator<Backend> STABLE =
      Comparator.comparing(Backend::taskId).thenComparing(Backend::port);

  public Routes {
    findings = List.copyOf(findings);
  }

  /** Services in the order of their names: of two that claim a port the first has it. */
  public static Routes of(Cluster cluster) {
    var findings = new ArrayList<Finding>();
    var routes = new TreeMap<ListenKey, Route>();
    cluster.services().stream()
        .filter(s -> s.spec().labels().containsKey(Labels.MESH))
        .sorted(Comparator.comparing(s -> s.spec().name()))
        .forEach(service -> add(cluster, service, routes, findings));
    return new Routes(new RoutingTable(routes), findings.stream().distinct().toList());
  }

  private static void add(
      Cluster cluster,
      LiveService service,
      TreeMap<ListenKey, Route> routes,
      List<Finding> findings) {
    var name = service.spec().name();
    var text = service.spec().labels().getOrDefault(Labels.MESH, "");
    var label = MeshLabel.parse(text);
    if (label.isEmpty()) {
      findings.add(
          Finding.warning(
                  Code.VALUE_INVALID,
                  "service "
                      + name
                      + " has the label "
                      + Labels.MESH
                      + "=\""
                      + text
                      + "\", which names no ports; it is left out of the mesh")
              .tryThis("write it as 8080:80/tcp,8443:443/tcp, or deploy the service again"));
      return;
    }
    var spread = spread(service, findings);
    var header = proxyHeader(service, findings);
    for (var port : label.get().ports()) {
      var key = new ListenKey(port.protocol(), port.published());
      var holder = routes.get(key);
      if (holder != null) {
        findings.add(taken(key, name, holder.service()));
      } else {
        routes.put(
            key, new Route(name, backends(cluster, service, port, findings), spread, header));
      }
    }
  }

  private static Spread spread(LiveService service, List<Finding> findings) {
    return chosen(service, Labels.MESH_SPREAD, Spread::of, findings).orElse(Spread.ANY);
  }

  private static ProxyHeader proxyHeader(LiveService service, List<Finding> findings) {
    return chosen(service, Labels.MESH_PROXY, ProxyHeader::of, findings).orElse(ProxyHeader.NONE);
  }

  private static <T> Optional<T> chosen(
      LiveService service,
      String label,
      Function<String, Optional<T>> reader,
      List<Finding> findings) {
    var word = Optional.ofNullable(service.spec().labels().get(label));
    var value = word.flatMap(reader);
    if (word.isPresent() && value.isEmpty()) {
      findings.add(
          Finding.warning(
                  Code.VALUE_INVALID,
                  "service "
                      + service.spec().name()
                      + " has the label "
                      + label
                      + "=\""
                      + word.get()
                      + "\", which nobody can read; it is taken as not written")
              .tryThis(
                  Labels.MESH_SPREAD + ": any or by-client", Labels.MESH_PROXY + ": none or v2"));
    }
    return value;
  }

  private static Finding taken(ListenKey key, String loser, String holder) {
    return Finding.warning(
            Code.PORT_TAKEN,
            "services "
                + holder
                + " and "
                + loser
                + " both publish port "
                + key
                + " on the mesh; it goes to "
                + holder)
        .tryThis("publish " + loser + " on another port");
  }

  private static List<Backend> backends(
      Cluster cluster, LiveService service, MeshPort port, List<Finding> findings) {
    return cluster.tasksOf(service).stream()
        .filter(Task::running)
        .flatMap(task ->
            task.nodeId().flatMap(cluster::nodeById).stream()
                .filter(node -> node.state() != Node.State.DOWN)
                .flatMap(node -> backends(task, node, port, findings)))
        .distinct()
        .sorted(STABLE)
        .toList();
  }

  private static Stream<Backend> backends(
      Task task, Node node, MeshPort port, List<Finding> findings) {
    var open =
        task.ports().stream()
            .filter(p -> p.target().equals(port.target()) && p.protocol() == port.protocol())
            .toList();
    if (!open.isEmpty() && !reachable(node.address())) {
      findings.add(
          Finding.warning(
                  Code.FACT_UNKNOWN,
                  "node "
                      + node.name()
                      + " has the address \""
                      + node.address()
                      + "\", where nobody can reach its tasks; they get no traffic")
              .on(node.name()));
      return Stream.empty();
    }
    return open.stream().map(p -> new Backend(task.id(), node.address(), p.published()));
  }

  private static boolean reachable(String address) {
    try {
      return !InetAddress.ofLiteral(address).isAnyLocalAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
