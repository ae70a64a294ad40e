package dev.catamaran.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catamaran.mesh.ListenerState.BindFailed;
import dev.catamaran.mesh.ListenerState.Draining;
import dev.catamaran.mesh.ListenerState.Listening;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RoutingTable;
import dev.catamaran.route.RoutingTable.Backend;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RelayPlaneTest {
  private static final InetAddress ONE = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress TWO = InetAddress.ofLiteral("127.0.0.2");

  private final Relay relay = Relay.start();
  private final RelayPlane mesh = new RelayPlane(List.of(ONE, TWO), relay);

  @AfterEach
  void close() {
    mesh.close();
    relay.close();
  }

  private static ListenKey freeKey() throws IOException {
    try (var socket = new ServerSocket(0, 1, ONE)) {
      return new ListenKey(Protocol.TCP, new Port(socket.getLocalPort()));
    }
  }

  private static Route to(Peer... peers) {
    return new Route(
        "shop_front",
        Arrays.stream(peers)
            .map(p -> new Backend("t", "127.0.0.1", new Port(p.address().getPort())))
            .toList());
  }

  private static InetSocketAddress at(InetAddress address, ListenKey key) {
    return new InetSocketAddress(address, key.port().number());
  }

  @Test
  void aPublishedPortAnswersOnEveryAddressOfTheNode() throws Exception {
    try (var peer = Peer.sayingHere("front")) {
      var key = freeKey();

      mesh.switchTo(RoutingTable.of(Map.of(key, to(peer))));

      assertThat(Peer.ask(at(ONE, key))).isEqualTo("front");
      assertThat(Peer.ask(at(TWO, key))).isEqualTo("front");
      assertThat(mesh.states()).hasSize(1);
      assertThat(mesh.states().getFirst())
          .isInstanceOfSatisfying(
              Listening.class,
              state -> {
                assertThat(state.key()).isEqualTo(key);
                assertThat(state.addresses()).containsExactly(at(ONE, key), at(TWO, key));
                assertThat(state.backends()).isEqualTo(1);
              });
    }
  }

  @Test
  void aPortThatStaysIsNeverClosedAndFollowsTheTable() throws Exception {
    try (var old = Peer.sayingHere("old");
        var young = Peer.sayingHere("young")) {
      var key = freeKey();
      mesh.switchTo(RoutingTable.of(Map.of(key, to(old))));
      assertThat(Peer.ask(at(ONE, key))).isEqualTo("old");

      mesh.switchTo(RoutingTable.of(Map.of(key, to(young))));

      for (int i = 0; i < 20; i++) {
        assertThat(Peer.ask(at(ONE, key))).isEqualTo("young");
      }
    }
  }

  @Test
  void aPortNoLongerPublishedIsClosedAndLetsItsClientsFinish() throws Exception {
    try (var peer = Peer.listen()) {
      var key = freeKey();
      mesh.switchTo(RoutingTable.of(Map.of(key, to(peer))));
      try (var client = Peer.connect(at(ONE, key));
          var backend = peer.next()) {
        mesh.switchTo(RoutingTable.EMPTY);

        assertThatThrownBy(() -> Peer.connect(at(ONE, key))).isInstanceOf(ConnectException.class);
        assertThat(mesh.states()).containsExactly(new Draining(key, 1));
        client.getOutputStream().write('q');
        assertThat(backend.getInputStream().read()).isEqualTo('q');
      }
      Eventually.holds("drained", () -> mesh.states().isEmpty());
    }
  }

  @Test
  void anAddressThatCannotBeBoundIsReportedAndStopsNobodyElse() throws Exception {
    try (var peer = Peer.sayingHere("front");
        var squatter = new ServerSocket(0, 1, ONE)) {
      var taken = new ListenKey(Protocol.TCP, new Port(squatter.getLocalPort()));
      var free = freeKey();

      mesh.switchTo(RoutingTable.of(Map.of(taken, to(peer), free, to(peer))));

      assertThat(mesh.states())
          .contains(
              new BindFailed(
                  taken, at(ONE, taken), "127.0.0.1:" + taken.port() + ": Address already in use"));
      assertThat(Peer.ask(at(TWO, taken))).isEqualTo("front");
      assertThat(Peer.ask(at(ONE, free))).isEqualTo("front");
    }
  }

  @Test
  void aFailedBindIsTriedAgain() throws Exception {
    try (var peer = Peer.sayingHere("front")) {
      ListenKey key;
      try (var squatter = new ServerSocket(0, 1, ONE)) {
        key = new ListenKey(Protocol.TCP, new Port(squatter.getLocalPort()));
        mesh.switchTo(RoutingTable.of(Map.of(key, to(peer))));
        assertThat(mesh.states()).hasAtLeastOneElementOfType(BindFailed.class);
      }

      mesh.retry();

      assertThat(mesh.states()).doesNotHaveAnyElementsOfTypes(BindFailed.class);
      assertThat(Peer.ask(at(ONE, key))).isEqualTo("front");
    }
  }

  @Test
  void aProtocolThisMeshDoesNotCarryIsSaidAndNotSwallowed() {
    var key = new ListenKey(Protocol.SCTP, new Port(5353));

    mesh.switchTo(RoutingTable.of(Map.of(key, new Route("dns", List.of()))));

    assertThat(mesh.states())
        .containsExactly(
            new BindFailed(key, at(ONE, key), "this mesh carries tcp and udp, not sctp"),
            new BindFailed(key, at(TWO, key), "this mesh carries tcp and udp, not sctp"));
  }

  @Test
  void aClosedMeshFreesItsPortsAndLeavesTheRelayToOthers() throws Exception {
    try (var peer = Peer.sayingHere("front");
        var other = new RelayPlane(List.of(ONE), relay)) {
      var key = freeKey();
      mesh.switchTo(RoutingTable.of(Map.of(key, to(peer))));

      mesh.close();
      other.switchTo(RoutingTable.of(Map.of(key, to(peer))));

      assertThat(Peer.ask(at(ONE, key))).isEqualTo("front");
    }
  }
}
