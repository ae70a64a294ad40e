package dev.catamaran.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catamaran.mesh.ListenerState.Listening;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.ProxyHeader;
import dev.catamaran.route.RouteChanges;
import dev.catamaran.route.RoutingTable;
import dev.catamaran.route.RoutingTable.Backend;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import dev.catamaran.route.Spread;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every data plane promises, whatever carries the bytes. */
@Timeout(120)
abstract class DataPlaneContract {
  static final ListenKey WEB = new ListenKey(Protocol.TCP, new Port(18080));
  static final ListenKey DNS = new ListenKey(Protocol.UDP, new Port(18053));
  static final ListenKey API = new ListenKey(Protocol.TCP, new Port(18081));

  /** A plane of the node; the test closes it. */
  abstract DataPlane plane() throws Exception;

  /** Where clients find that port. */
  abstract InetSocketAddress published(ListenKey key);

  /** Does it where clients are. */
  abstract <T> Future<T> asClient(Callable<T> work);

  /** A network where clients have every address from .10 to .29, told by its first. */
  abstract InetAddress clients();

  /** Does it on the node. */
  abstract <T> T onNode(Callable<T> work) throws Exception;

  /** Makes a backend, the n-th of its host's addresses, where backends are. */
  abstract Peer backend(int n, Peer.Maker maker) throws Exception;

  /** Makes a backend for datagrams, the n-th of its host's addresses, where backends are. */
  abstract DatagramPeer datagrams(int n, String word) throws Exception;

  /** Clients of one test of removal. */
  int removals() {
    return 5_000;
  }

  private void switchTo(DataPlane plane, RoutingTable next) throws Exception {
    onNode(() -> {
      plane.switchTo(next);
      return plane;
    });
  }

  private void apply(DataPlane plane, RouteChanges changes) throws Exception {
    onNode(() -> {
      plane.apply(changes);
      return plane;
    });
  }

  private Socket connect(ListenKey key) throws Exception {
    return asClient(() -> Peer.connect(published(key))).get();
  }

  private String ask(ListenKey key) throws Exception {
    return asClient(() -> Peer.ask(published(key))).get();
  }

  static Route to(Peer... peers) {
    return new Route("shop_front", Arrays.stream(peers).map(DataPlaneContract::backendOf).toList());
  }

  private static Backend backendOf(Peer peer) {
    return new Backend(
        "task", peer.address().getAddress().getHostAddress(), new Port(peer.address().getPort()));
  }

  private static RoutingTable table(ListenKey key, Route route) {
    return RoutingTable.of(Map.of(key, route));
  }

  @Test
  void aPublishedPortLeadsToItsBackend() throws Exception {
    try (var plane = plane();
        var front = backend(0, Peer.saying("front"))) {
      switchTo(plane, table(WEB, to(front)));

      assertThat(ask(WEB)).isEqualTo("front");
      assertThat(plane.states()).hasSize(1);
      assertThat(plane.states().getFirst())
          .isInstanceOfSatisfying(
              Listening.class, state -> assertThat(state.by()).isEqualTo(plane.kind()));
    }
  }

  @Test
  void everyBackendGetsItsShare() throws Exception {
    try (var plane = plane();
        var one = backend(0, Peer.saying("one"));
        var two = backend(1, Peer.saying("two"))) {
      switchTo(plane, table(WEB, to(one, two)));

      var heard = new HashMap<String, Integer>();
      for (int i = 0; i < 200; i++) {
        heard.merge(ask(WEB), 1, Integer::sum);
      }

      // A fair coin shows one side less than 60 times in 200 once in ten million tries.
      assertThat(heard.keySet()).containsExactlyInAnyOrder("one", "two");
      assertThat(heard.values()).allMatch(count -> count >= 60);
    }
  }

  @Test
  void aClientComesToTheSameBackendWhateverThePlane() throws Exception {
    try (var plane = plane();
        var one = backend(0, Peer.saying("one"));
        var two = backend(1, Peer.saying("two"))) {
      var any = to(one, two);
      switchTo(
          plane,
          table(WEB, new Route(any.service(), any.backends(), Spread.BY_CLIENT, ProxyHeader.NONE)));

      var heard = new HashSet<String>();
      for (int i = 10; i < 30; i++) {
        var bytes = clients().getAddress();
        bytes[3] = (byte) i;
        var client = InetAddress.getByAddress(bytes);
        var expected = ClientHash.slot(client, 2) == 0 ? "one" : "two";
        for (int again = 0; again < 3; again++) {
          assertThat(asClient(() -> Peer.askFrom(client, published(WEB))).get())
              .isEqualTo(expected);
        }
        heard.add(expected);
      }
      assertThat(heard).containsExactlyInAnyOrder("one", "two");

      switchTo(plane, table(WEB, to(one, two)));
      var first = InetAddress.getByAddress(clients().getAddress());
      Eventually.holds(
          "any backend answers again",
          () -> {
            heard.clear();
            for (int i = 0; i < 20; i++) {
              heard.add(askOrNothing(first));
            }
            return heard.size() == 2;
          });
    }
  }

  private String askOrNothing(InetAddress from) {
    try {
      return asClient(() -> Peer.askFrom(from, published(WEB))).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aBackendThatWantsToKnowItsClientIsToldByAProxyHeader() throws Exception {
    try (var plane = plane();
        var peer = backend(0, Peer.accepting())) {
      var plain = to(peer);
      switchTo(
          plane,
          table(WEB, new Route(plain.service(), plain.backends(), Spread.ANY, ProxyHeader.V2)));
      try (var client = connect(WEB);
          var backend = peer.next()) {
        client.getOutputStream().write('q');

        var expected =
            ProxyPreamble.of(
                (InetSocketAddress) client.getLocalSocketAddress(),
                (InetSocketAddress) client.getRemoteSocketAddress());
        assertThat(ByteBuffer.wrap(backend.getInputStream().readNBytes(expected.remaining())))
            .isEqualTo(expected);
        assertThat(backend.getInputStream().read()).isEqualTo('q');
      }
    }
  }

  @Test
  void portsAreStrangersToOneAnother() throws Exception {
    try (var plane = plane();
        var web = backend(0, Peer.saying("web"));
        var api = backend(1, Peer.saying("api"))) {
      switchTo(plane, table(WEB, to(web)));
      apply(plane, RouteChanges.of(API, to(api)));

      assertThat(ask(WEB)).isEqualTo("web");
      assertThat(ask(API)).isEqualTo("api");

      apply(plane, RouteChanges.without(WEB));

      assertThat(ask(API)).isEqualTo("api");
      assertThatThrownBy(() -> ask(WEB)).hasRootCauseInstanceOf(SocketException.class);
    }
  }

  @Test
  void aPortFollowsItsTableWhateverTheNumberOfBackends() throws Exception {
    try (var plane = plane();
        var one = backend(0, Peer.saying("one"));
        var two = backend(1, Peer.saying("two"));
        var three = backend(0, Peer.saying("three"))) {
      var tables =
          List.of(
              List.of(one),
              List.of(one, two, three),
              List.of(two),
              List.of(three, one),
              List.of(two));
      for (var peers : tables) {
        switchTo(plane, table(WEB, to(peers.toArray(Peer[]::new))));

        var expected = new HashSet<String>();
        peers.forEach(p -> expected.add(p.word()));
        var heard = new HashSet<String>();
        for (int i = 0; i < 300 && !heard.equals(expected); i++) {
          heard.add(ask(WEB));
          assertThat(expected).containsAll(heard);
        }
        assertThat(heard).isEqualTo(expected);
      }
    }
  }

  @Test
  void aClientIsRefusedAtOnceWhereThereIsNoBackend() throws Exception {
    try (var plane = plane();
        var front = backend(0, Peer.saying("front"))) {
      switchTo(plane, table(WEB, new Route("shop_front", List.of())));
      assertThatThrownBy(() -> ask(WEB)).hasRootCauseInstanceOf(SocketException.class);

      switchTo(plane, table(WEB, to(front)));
      assertThat(ask(WEB)).isEqualTo("front");

      switchTo(plane, table(WEB, new Route("shop_front", List.of())));
      assertThatThrownBy(() -> ask(WEB)).hasRootCauseInstanceOf(SocketException.class);
    }
  }

  @Test
  void anEstablishedConnectionOutlivesItsBackendsRemoval() throws Exception {
    try (var plane = plane();
        var old = backend(0, Peer.accepting());
        var young = backend(1, Peer.saying("young"))) {
      switchTo(plane, table(WEB, to(old)));
      try (var client = connect(WEB);
          var backend = old.next()) {
        switchTo(plane, table(WEB, to(young)));
        assertThat(ask(WEB)).isEqualTo("young");

        client.getOutputStream().write('q');
        assertThat(backend.getInputStream().read()).isEqualTo('q');
        backend.getOutputStream().write('a');
        assertThat(client.getInputStream().read()).isEqualTo('a');
      }
    }
  }

  @Test
  void eachDirectionEndsOnItsOwn() throws Exception {
    try (var plane = plane();
        var peer = backend(0, Peer.accepting())) {
      switchTo(plane, table(WEB, to(peer)));
      try (var client = connect(WEB);
          var backend = peer.next()) {
        client.shutdownOutput();
        assertThat(backend.getInputStream().read()).isEqualTo(-1);

        backend.getOutputStream().write('a');
        backend.shutdownOutput();
        assertThat(client.getInputStream().readAllBytes()).containsExactly('a');
      }
    }
  }

  @Test
  void noNewConnectionReachesARemovedBackendOnceApplyReturned() throws Exception {
    try (var plane = plane();
        var one = backend(0, Peer.saying("one"));
        var two = backend(1, Peer.saying("two"))) {
      var crowd = new Crowd();
      switchTo(plane, table(WEB, to(one, two)));
      List<Future<Long>> clients = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        clients.add(asClient(() -> crowd.askOnAndOn(published(WEB))));
      }
      for (int turn = 0; crowd.checked() < removals(); turn++) {
        var kept = turn % 2 == 0 ? one : two;
        apply(plane, RouteChanges.of(WEB, to(kept)));
        crowd.onlyFor(kept.word(), 25);
        apply(plane, RouteChanges.of(WEB, to(one, two)));
      }
      crowd.stop();

      long strays = 0;
      for (var client : clients) {
        strays += client.get();
      }
      assertThat(strays).isZero();
    }
  }

  private DatagramSocket datagramClient() throws Exception {
    return asClient(() -> DatagramPeer.connect(published(DNS))).get();
  }

  private static Route to(DatagramPeer... peers) {
    return new Route(
        "shop_dns",
        Arrays.stream(peers)
            .map(p ->
                new Backend(
                    "task",
                    p.address().getAddress().getHostAddress(),
                    new Port(p.address().getPort())))
            .toList());
  }

  @Test
  void datagramsAreAnsweredFromWhereTheyWereSent() throws Exception {
    try (var plane = plane();
        var dns = datagrams(0, "dns")) {
      switchTo(plane, table(DNS, to(dns)));

      for (int i = 0; i < 20; i++) {
        try (var client = datagramClient()) {
          assertThat(DatagramPeer.ask(client)).isEqualTo("dns");
        }
      }
    }
  }

  @Test
  void bothProtocolsMayHaveTheSamePort() throws Exception {
    try (var plane = plane();
        var web = backend(0, Peer.saying("web"));
        var dns = datagrams(1, "dns");
        var client = datagramClient()) {
      var tcp = new ListenKey(Protocol.TCP, DNS.port());
      switchTo(plane, RoutingTable.of(Map.of(DNS, to(dns), tcp, to(web))));

      assertThat(DatagramPeer.ask(client)).isEqualTo("dns");
      assertThat(ask(tcp)).isEqualTo("web");
    }
  }

  @Test
  void aFlowThatGoesOnLeavesARemovedBackendOnceApplyReturned() throws Exception {
    try (var plane = plane();
        var old = datagrams(0, "old");
        var young = datagrams(1, "young");
        var client = datagramClient()) {
      switchTo(plane, table(DNS, to(old)));
      assertThat(DatagramPeer.ask(client)).isEqualTo("old");

      apply(plane, RouteChanges.of(DNS, to(young)));

      for (int i = 0; i < 20; i++) {
        assertThat(DatagramPeer.ask(client)).isEqualTo("young");
      }
    }
  }

  @Test
  void aFlowThatFoundNoBackendFindsTheFirstThatComes() throws Exception {
    try (var plane = plane();
        var dns = datagrams(0, "dns");
        var client = datagramClient()) {
      switchTo(plane, table(DNS, to(new DatagramPeer[0])));
      DatagramPeer.send(client);

      apply(plane, RouteChanges.of(DNS, to(dns)));

      assertThat(DatagramPeer.ask(client)).isEqualTo("dns");
    }
  }

  @Test
  void aFlowKeepsItsBackendWhileOthersComeAndGo() throws Exception {
    try (var plane = plane();
        var one = datagrams(0, "one");
        var two = datagrams(1, "two");
        var client = datagramClient()) {
      switchTo(plane, table(DNS, to(one)));
      assertThat(DatagramPeer.ask(client)).isEqualTo("one");

      apply(plane, RouteChanges.of(DNS, to(one, two)));

      for (int i = 0; i < 20; i++) {
        assertThat(DatagramPeer.ask(client)).isEqualTo("one");
      }
    }
  }

  /** A socket that says what it hears, for the words of a peer. */
  static String heard(Socket socket) throws IOException {
    return new String(
        socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
