package dev.catamaran.lab;

import dev.catamaran.cluster.Task.OpenPort;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.simulate.SimNode;
import dev.catamaran.simulate.SimTask;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** The listeners of one running task: on its node for host-mode ports, inside for the mesh. */
final class Container implements AutoCloseable {
  private final List<TaskServer> servers = new ArrayList<>();
  private final Map<Port, InetSocketAddress> behindMesh = new HashMap<>();

  private Container() {}

  /**
   * Binds every port of the task, or none.
   *
   * @param loopback whether published ports answer on the node's own localhost too
   * @throws IOException where a port cannot be bound; its message says which and why
   */
  static Container start(
      SimTask task, SimNode node, Site site, boolean loopback, ExecutorService threads)
      throws IOException {
    var container = new Container();
    try {
      for (var port : task.ports()) {
        var addresses =
            loopback
                ? List.of(site.node().address(), site.node().localhost())
                : List.of(site.node().address());
        container.publish(port, addresses, new Banner(task, node, port.target()), threads);
      }
      for (var port : task.work().wish().endpoint().ports()) {
        if (port.mode() == PublishMode.INGRESS && port.protocol() == Protocol.TCP) {
          var banner = new Banner(task, node, port.target());
          var server = TaskServer.start(site.inside(), 0, banner, threads);
          container.servers.add(server);
          container.behindMesh.put(
              port.target(), new InetSocketAddress(site.inside(), server.port()));
        }
      }
      return container;
    } catch (IOException e) {
      container.close();
      throw e;
    }
  }

  private void publish(
      OpenPort port, List<InetAddress> addresses, Banner banner, ExecutorService threads)
      throws IOException {
    if (port.protocol() != Protocol.TCP) {
      return;
    }
    for (var address : addresses) {
      try {
        servers.add(TaskServer.start(address, port.published().number(), banner, threads));
      } catch (IOException e) {
        throw new IOException(
            "driver failed programming external connectivity on endpoint: Bind for "
                + address.getHostAddress()
                + ":"
                + port.published()
                + " failed: "
                + e.getMessage(),
            e);
      }
    }
  }

  /** Where the mesh finds the task's target port. */
  Optional<InetSocketAddress> behindMesh(Port target) {
    return Optional.ofNullable(behindMesh.get(target));
  }

  @Override
  public void close() {
    servers.forEach(TaskServer::close);
    servers.clear();
  }
}
