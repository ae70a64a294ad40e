package dev.catamaran.lab;

import dev.catamaran.capability.Feature;
import dev.catamaran.mesh.Relay;
import dev.catamaran.mesh.RelayPlane;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RoutingTable;
import dev.catamaran.route.RoutingTable.Backend;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import dev.catamaran.simulate.Event;
import dev.catamaran.simulate.NodeLimits;
import dev.catamaran.simulate.SimNode;
import dev.catamaran.simulate.SimService;
import dev.catamaran.simulate.SimTask;
import dev.catamaran.simulate.World;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Brings the listeners of this machine to what a world says runs: task servers, and the engine's
 * own routing mesh on each node that has one. Owns the relay and the request threads; not for use
 * by two threads at a time.
 */
final class Containers implements AutoCloseable {
  private final NodeLimits limits;
  private final Map<String, Site> sites;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Container> running = new HashMap<>();
  private final Map<String, RelayPlane> meshes = new HashMap<>();
  private final Relay relay;

  Containers(NodeLimits limits, Map<String, Site> sites, Relay relay) {
    this.limits = limits;
    this.sites = Map.copyOf(sites);
    this.relay = relay;
  }

  /**
   * Opens and closes listeners.
   *
   * @return the ends of those tasks whose ports could not be bound
   */
  List<Event.TaskEnded> show(World world) {
    var failed = new ArrayList<Event.TaskEnded>();
    for (var task : world.tasks().values()) {
      if (task.running() && !running.containsKey(task.id())) {
        var node = world.node(task.nodeId().orElseThrow()).orElseThrow();
        try {
          running.put(task.id(), start(task, node));
        } catch (IOException e) {
          failed.add(new Event.TaskEnded(task.id(), String.valueOf(e.getMessage())));
        }
      }
    }
    world.nodes().values().forEach(node -> mesh(world, node));
    running
        .entrySet()
        .removeIf(entry -> {
          var task = world.tasks().get(entry.getKey());
          boolean gone = task == null || !task.running();
          if (gone) {
            entry.getValue().close();
          }
          return gone;
        });
    return failed;
  }

  private Container start(SimTask task, SimNode node) throws IOException {
    boolean loopback = limits.can(node, Feature.NET_LOOPBACK);
    return Container.start(task, node, site(node), loopback, threads);
  }

  private Site site(SimNode node) {
    var site = sites.get(node.id());
    if (site == null) {
      throw new IllegalStateException(node.name() + " is no node of this lab");
    }
    return site;
  }

  /** A node whose engine has no routing mesh listens on nothing. */
  private void mesh(World world, SimNode node) {
    if (!limits.can(node, Feature.NET_INGRESS)) {
      return;
    }
    var routes = new HashMap<ListenKey, Route>();
    for (var service : world.services().values()) {
      for (var port : service.endpoint().ports()) {
        if (port.mode() == PublishMode.INGRESS && port.protocol() == Protocol.TCP) {
          var key = new ListenKey(port.protocol(), port.published().orElseThrow());
          routes.put(key, route(world, service, port));
        }
      }
    }
    meshes.computeIfAbsent(node.id(), _ -> mesh(node)).switchTo(RoutingTable.of(routes));
  }

  private RelayPlane mesh(SimNode node) {
    var at = site(node).node();
    var addresses =
        limits.can(node, Feature.NET_LOOPBACK)
            ? List.of(at.address(), at.localhost())
            : List.of(at.address());
    return new RelayPlane(addresses, relay);
  }

  private Route route(World world, SimService service, PortSpec port) {
    var backends = new ArrayList<Backend>();
    for (var task : world.tasksOf(service.id())) {
      var container = running.get(task.id());
      if (task.running() && container != null) {
        container
            .behindMesh(port.target())
            .ifPresent(at ->
                backends.add(
                    new Backend(
                        task.id(), at.getAddress().getHostAddress(), new Port(at.getPort()))));
      }
    }
    return new Route(service.name(), backends);
  }

  @Override
  public void close() {
    meshes.values().forEach(RelayPlane::close);
    running.values().forEach(Container::close);
    relay.close();
    threads.shutdownNow();
  }
}
