package dev.catamaran.mesh;

import dev.catamaran.route.RoutingTable.ListenKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The kernel's plane, between real network namespaces. */
@Tag("kernel")
class KernelPlaneContractTest extends DataPlaneContract {
  static final List<InetAddress> EVERYWHERE = List.of(new InetSocketAddress(0).getAddress());

  static Namespaces namespaces;
  Relay relay;

  @BeforeAll
  static void lay() throws Exception {
    namespaces = Namespaces.make();
    // A hundred thousand connections that were reset must not wait for their ends all at once.
    namespaces.in("node", "sysctl", "-qw", "net.netfilter.nf_conntrack_tcp_timeout_close=1");
  }

  @AfterAll
  static void clear() throws Exception {
    namespaces.close();
  }

  @BeforeEach
  void open() throws Exception {
    relay = onNode(Relay::start);
  }

  @AfterEach
  void close() throws Exception {
    relay.close();
    onNode(KernelPlane::removeTable);
  }

  @Override
  DataPlane plane() throws Exception {
    return onNode(() -> PlaneChoice.KERNEL.open(EVERYWHERE, relay).plane());
  }

  @Override
  InetSocketAddress published(ListenKey key) {
    return new InetSocketAddress(Namespaces.NODE, key.port().number());
  }

  @Override
  <T> Future<T> asClient(Callable<T> work) {
    return namespaces.begin("client", work);
  }

  @Override
  <T> T onNode(Callable<T> work) throws Exception {
    return namespaces.call("node", work);
  }

  @Override
  DatagramPeer datagrams(int n, String word) throws Exception {
    return namespaces.call("back", () -> DatagramPeer.saying(word, Namespaces.BACKENDS.get(n)));
  }

  @Override
  InetAddress clients() {
    return InetAddress.ofLiteral("10.91.1.10");
  }

  @Override
  Peer backend(int n, Peer.Maker maker) throws Exception {
    return namespaces.call("back", () -> maker.at(Namespaces.BACKENDS.get(n)));
  }

  @Override
  int removals() {
    return 100_000;
  }
}
