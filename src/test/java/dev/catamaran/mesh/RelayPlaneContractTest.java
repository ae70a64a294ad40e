package dev.catamaran.mesh;

import dev.catamaran.route.RoutingTable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;

/** The relay, on loopback. */
class RelayPlaneContractTest extends DataPlaneContract {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.3");

  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final Relay relay = Relay.start();

  @AfterEach
  void close() {
    relay.close();
    clients.close();
  }

  @Override
  DataPlane plane() {
    return new RelayPlane(List.of(HERE), relay);
  }

  @Override
  InetSocketAddress published(RoutingTable.ListenKey key) {
    return new InetSocketAddress(HERE, key.port().number());
  }

  @Override
  <T> Future<T> asClient(Callable<T> work) {
    return clients.submit(work);
  }

  @Override
  <T> T onNode(Callable<T> work) throws Exception {
    return work.call();
  }

  @Override
  DatagramPeer datagrams(int n, String word) throws Exception {
    return DatagramPeer.saying(word, InetAddress.getLoopbackAddress());
  }

  @Override
  InetAddress clients() {
    return InetAddress.ofLiteral("127.0.1.10");
  }

  @Override
  Peer backend(int n, Peer.Maker maker) throws Exception {
    return maker.at(InetAddress.getLoopbackAddress());
  }
}
