package dev.catamaran.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catamaran.mesh.ListenerState.BindFailed;
import dev.catamaran.mesh.ListenerState.Listening;
import dev.catamaran.route.RouteChanges;
import dev.catamaran.route.RoutingTable;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only the kernel's plane promises, in real network namespaces. */
@Tag("kernel")
@Timeout(60)
class KernelPlaneTest {
  private static final ListenKey WEB = DataPlaneContract.WEB;
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private static Namespaces namespaces;
  private Relay relay;
  private DataPlane plane;
  private Peer front;

  @BeforeAll
  static void lay() throws Exception {
    namespaces = Namespaces.make();
  }

  @AfterAll
  static void clear() throws Exception {
    namespaces.close();
  }

  @BeforeEach
  void open() throws Exception {
    front = backend(Peer.saying("front"));
    start();
  }

  private void start() throws Exception {
    relay = namespaces.call("node", Relay::start);
    plane = namespaces.call("node", this::kernel);
  }

  private DataPlane kernel() {
    return PlaneChoice.KERNEL.open(KernelPlaneContractTest.EVERYWHERE, relay).plane();
  }

  @AfterEach
  void close() throws Exception {
    stop();
    front.close();
    namespaces.call("node", KernelPlane::removeTable);
  }

  private void stop() {
    plane.close();
    relay.close();
  }

  private static Peer backend(Peer.Maker maker) throws Exception {
    return namespaces.call("back", () -> maker.at(Namespaces.BACKENDS.getFirst()));
  }

  private void switchTo(Peer... peers) throws Exception {
    namespaces.call(
        "node",
        () -> {
          plane.switchTo(RoutingTable.of(Map.of(WEB, DataPlaneContract.to(peers))));
          return plane;
        });
  }

  private void retry() throws Exception {
    namespaces.call(
        "node",
        () -> {
          plane.retry();
          return plane;
        });
  }

  private static String ask(String from, InetAddress address) throws Exception {
    return namespaces.call(
        from, () -> Peer.ask(new InetSocketAddress(address, WEB.port().number())));
  }

  private static String nft(String... words) throws Exception {
    var command = new String[words.length + 1];
    command[0] = "nft";
    System.arraycopy(words, 0, command, 1, words.length);
    return namespaces.in("node", command);
  }

  @Test
  void trafficGoesOnWhenTheAgentIsGoneAndTheNextTakesOver() throws Exception {
    switchTo(front);
    stop();
    assertThat(ask("client", Namespaces.NODE)).isEqualTo("front");

    start();
    assertThat(ask("client", Namespaces.NODE)).isEqualTo("front");

    try (var other = backend(Peer.saying("other"))) {
      switchTo(other);
      assertThat(ask("client", Namespaces.NODE)).isEqualTo("other");
    }
  }

  @Test
  void theNodeItselfReachesThePortByItsAddressAndOnLoopback() throws Exception {
    switchTo(front);

    assertThat(ask("node", Namespaces.NODE)).isEqualTo("front");
    assertThat(ask("node", LOOPBACK)).isEqualTo("front");
    assertThat(ask("node", InetAddress.ofLiteral("::1"))).isEqualTo("front");
  }

  @Test
  void aBackendReachesItselfThroughThePort() throws Exception {
    switchTo(front);

    assertThat(ask("back", InetAddress.ofLiteral("10.91.2.1"))).isEqualTo("front");
  }

  @Test
  void connectionsToOtherHostsPassByThePortsOfThisNode() throws Exception {
    switchTo(front);
    try (var own =
        namespaces.call(
            "back",
            () -> new ServerSocket(WEB.port().number(), 8, Namespaces.BACKENDS.getLast()))) {
      namespaces
          .call("client", () -> Peer.connect((InetSocketAddress) own.getLocalSocketAddress()))
          .close();

      own.setSoTimeout(Peer.PATIENCE_MILLIS);
      assertThat(own.accept().getLocalAddress()).isEqualTo(Namespaces.BACKENDS.getLast());
    }
  }

  @Test
  void onlyOurTableIsTouchedAndItIsRemovedWhole() throws Exception {
    nft("add", "table", "ip", "stranger");
    nft("add", "chain", "ip", "stranger", "c");
    try {
      var before = nft("list", "ruleset");
      switchTo(front);
      assertThat(nft("list", "ruleset")).contains("table ip catamaran").contains("tcp . 18080");
      plane.close();

      assertThat(namespaces.call("node", KernelPlane::removeTable)).isTrue();
      assertThat(nft("list", "ruleset")).isEqualTo(before);
      assertThat(namespaces.call("node", KernelPlane::removeTable)).isFalse();
    } finally {
      nft("delete", "table", "ip", "stranger");
    }
  }

  @Test
  void aFlushOfAllRulesIsMended() throws Exception {
    switchTo(front);
    nft("flush", "ruleset");

    retry();

    assertThat(nft("list", "map", "ip", "catamaran", "ports")).contains("tcp . 18080 : 0x00000001");
    assertThat(nft("list", "map", "ip", "catamaran", "endpoints")).contains("10.91.2.2");
  }

  @Test
  void anElementThatSomebodyTookIsPutBack() throws Exception {
    switchTo(front);
    nft("flush", "map", "ip", "catamaran", "ports");

    retry();

    assertThat(nft("list", "map", "ip", "catamaran", "ports")).contains("tcp . 18080 : 0x00000001");
  }

  @Test
  void aChangeAfterAFlushPutsEverythingBack() throws Exception {
    switchTo(front);
    nft("flush", "ruleset");
    try (var other = backend(Peer.saying("other"))) {
      switchTo(front, other);

      assertThat(nft("list", "map", "ip", "catamaran", "ports"))
          .contains("tcp . 18080 : 0x00000002");
    }
  }

  @Test
  void aPortThatAnotherProcessHoldsIsNotTakenFromIt() throws Exception {
    try (var squatter = namespaces.call("node", () -> new ServerSocket(WEB.port().number()))) {
      switchTo(front);

      assertThat(plane.states()).allMatch(BindFailed.class::isInstance).isNotEmpty();
      namespaces.call("client", () -> Peer.connect(at(Namespaces.NODE))).close();
      squatter.setSoTimeout(Peer.PATIENCE_MILLIS);
      assertThat(squatter.accept().getInetAddress()).isEqualTo(Namespaces.CLIENT);
    }

    retry();

    assertThat(plane.states().getFirst())
        .isInstanceOfSatisfying(
            Listening.class, l -> assertThat(l.by()).isEqualTo(DataPlane.Kind.KERNEL));
  }

  private static InetSocketAddress at(InetAddress address) {
    return new InetSocketAddress(address, WEB.port().number());
  }

  @Test
  void dockersForwardChainLetsOurConnectionsThroughAndNoOthers() throws Exception {
    stop();
    namespaces.in("node", "iptables", "-P", "FORWARD", "DROP");
    namespaces.in("node", "iptables", "-N", "DOCKER-USER");
    namespaces.in("node", "iptables", "-A", "FORWARD", "-j", "DOCKER-USER");
    namespaces.in("node", "iptables", "-A", "DOCKER-USER", "-j", "RETURN");
    try {
      start();
      switchTo(front);

      assertThat(ask("client", Namespaces.NODE)).isEqualTo("front");
      assertThatThrownBy(() ->
              namespaces.call(
                  "client",
                  () -> {
                    try (var socket = new java.net.Socket()) {
                      socket.connect(front.address(), 300);
                      return socket.isConnected();
                    }
                  }))
          .hasRootCauseInstanceOf(java.net.SocketTimeoutException.class);

      plane.close();
      assertThat(namespaces.call("node", KernelPlane::removeTable)).isTrue();
      assertThat(namespaces.in("node", "iptables", "-S", "DOCKER-USER"))
          .isEqualToIgnoringNewLines("-N DOCKER-USER-A DOCKER-USER -j RETURN");
    } finally {
      namespaces.in("node", "iptables", "-P", "FORWARD", "ACCEPT");
      namespaces.in("node", "iptables", "-F");
      namespaces.in("node", "iptables", "-X");
    }
  }

  @Test
  void aNodeThatDoesNotForwardTakesTheRelayAndSaysWhy() throws Exception {
    switchTo(front);
    stop();
    namespaces.in("node", "sysctl", "-qw", "net.ipv4.ip_forward=0");
    try {
      relay = namespaces.call("node", Relay::start);
      var chosen =
          namespaces.call(
              "node", () -> PlaneChoice.AUTO.open(KernelPlaneContractTest.EVERYWHERE, relay));
      plane = chosen.plane();

      assertThat(chosen.plane().kind()).isEqualTo(DataPlane.Kind.RELAY);
      assertThat(chosen.reason()).contains("does not forward packets");
      assertThat(nft("list", "ruleset")).doesNotContain("table ip catamaran");
      assertThatThrownBy(() -> namespaces.call("node", this::kernel))
          .hasRootCauseInstanceOf(PlaneChoice.CannotBeHad.class);
    } finally {
      namespaces.in("node", "sysctl", "-qw", "net.ipv4.ip_forward=1");
    }
  }

  @Test
  void tenThousandChangesLeaveNothingBehind() throws Exception {
    switchTo(front);
    try (var other = backend(Peer.saying("other"))) {
      namespaces.call(
          "node",
          () -> {
            for (int i = 0; i < 5_000; i++) {
              plane.apply(RouteChanges.of(WEB, DataPlaneContract.to(front, other)));
              plane.apply(RouteChanges.of(WEB, DataPlaneContract.to(front)));
            }
            plane.apply(RouteChanges.of(WEB, new Route("shop_front", List.of())));
            return plane;
          });
    }

    assertThat(nft("list", "map", "ip", "catamaran", "ports")).doesNotContain("tcp");
    assertThat(nft("list", "map", "ip", "catamaran", "endpoints")).doesNotContain("10.91.2");
  }
}
