package dev.catamaran.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RelayTest {
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final int BULK = 20_000_000;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Relay relay = Relay.start(options(2, 500, 4, 5_000, 64));

  private static Backends anyOf(InetSocketAddress... addresses) {
    return Backends.anyOf(List.of(addresses));
  }

  private static Relay.Options options(
      int loops, int connections, int attempts, long connectMillis, int pending) {
    var usual = Relay.Options.defaults();
    return new Relay.Options(
        loops,
        connections,
        attempts,
        Duration.ofMillis(connectMillis),
        pending,
        usual.idle(),
        usual.maxFlows(),
        usual.datagramIdle());
  }

  @AfterEach
  void close() {
    relay.close();
    threads.close();
  }

  @Test
  void bytesArriveUnchangedAndEachDirectionEndsOnItsOwn() throws Exception {
    try (var peer = Peer.listen();
        var listener = relay.listen(ANY_PORT, anyOf(peer.address()));
        var client = Peer.connect(listener.address());
        var backend = peer.next()) {
      var received = digest(backend.getInputStream());
      var sent = sendAndEnd(client, 1);
      assertThat(received.get()).isEqualTo(sent.get());

      var answered = digest(client.getInputStream());
      var answer = sendAndEnd(backend, 2);
      assertThat(answered.get()).isEqualTo(answer.get());
    }
    awaitNoConnections();
  }

  @Test
  void bothDirectionsFlowAtTheSameTime() throws Exception {
    try (var peer = Peer.listen();
        var listener = relay.listen(ANY_PORT, anyOf(peer.address()));
        var client = Peer.connect(listener.address());
        var backend = peer.next()) {
      var up = digest(backend.getInputStream());
      var down = digest(client.getInputStream());
      var sentUp = sendAndEnd(client, 3);
      var sentDown = sendAndEnd(backend, 4);

      assertThat(up.get()).isEqualTo(sentUp.get());
      assertThat(down.get()).isEqualTo(sentDown.get());
    }
  }

  @Test
  void twoHundredConnectionsAreServedAtOnceEachWithItsOwnBytes() throws Exception {
    try (var peer = Peer.echoing();
        var listener = relay.listen(ANY_PORT, anyOf(peer.address()))) {
      var clients = new ArrayList<Socket>();
      for (int i = 0; i < 200; i++) {
        clients.add(Peer.connect(listener.address()));
      }
      for (int i = 0; i < clients.size(); i++) {
        var word = "connection " + i + "\n";
        clients.get(i).getOutputStream().write(word.getBytes(StandardCharsets.UTF_8));
        assertThat(clients.get(i).getInputStream().readNBytes(word.length()))
            .isEqualTo(word.getBytes(StandardCharsets.UTF_8));
      }
      assertThat(listener.connections()).isEqualTo(200);
      for (var client : clients) {
        client.close();
      }
    }
  }

  @Test
  void backendsTakeTurns() throws Exception {
    try (var one = Peer.sayingHere("one");
        var two = Peer.sayingHere("two");
        var listener = relay.listen(ANY_PORT, anyOf(one.address(), two.address()))) {
      var heard = new ArrayList<String>();
      for (int i = 0; i < 4; i++) {
        heard.add(Peer.ask(listener.address()));
      }
      assertThat(heard).containsExactly("one", "two", "one", "two");
    }
  }

  @Test
  void noConnectionIsStartedToARemovedBackendOnceTheSwitchReturned() throws Exception {
    try (var removed = new ServerSocket(0, 4_000, InetAddress.getLoopbackAddress());
        var kept = Peer.sayingHere("kept")) {
      var removedAddress = (InetSocketAddress) removed.getLocalSocketAddress();
      var listener = relay.listen(ANY_PORT, anyOf(removedAddress, kept.address()));
      var switched = new AtomicBoolean();
      var load = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 4; i++) {
        load.add(threads.submit(() -> askOnAndOn(listener.address(), switched)));
      }
      removed.accept().close();
      listener.forwardTo(anyOf(kept.address()));
      var marker = Peer.connect(removedAddress);
      switched.set(true);
      for (var worker : load) {
        assertThat(worker.get()).isEqualTo(100);
      }

      // The accept queue is in the order of the connections, so the marker must be its last.
      assertThat(acceptedAfter(removed, marker)).isZero();
      marker.close();
    }
  }

  /** Until 100 connections were begun after the switch; returns how many of those were answered. */
  private static int askOnAndOn(InetSocketAddress address, AtomicBoolean switched)
      throws IOException {
    int answered = 0;
    for (int begunAfter = 0; begunAfter < 100; ) {
      boolean after = switched.get();
      begunAfter += after ? 1 : 0;
      try (var socket = Peer.connect(address)) {
        socket.setSoTimeout(after ? Peer.PATIENCE_MILLIS : 1);
        answered += socket.getInputStream().readAllBytes().length > 0 && after ? 1 : 0;
      } catch (SocketTimeoutException _) {
        // Before the switch half of them reach a backend that never answers.
      }
    }
    return answered;
  }

  private static int acceptedAfter(ServerSocket server, Socket marker) throws IOException {
    int markerPort = marker.getLocalPort();
    while (true) {
      try (var socket = server.accept()) {
        if (socket.getPort() == markerPort) {
          break;
        }
      }
    }
    server.setSoTimeout(1);
    int after = 0;
    try {
      while (true) {
        server.accept().close();
        after++;
      }
    } catch (SocketTimeoutException _) {
      return after;
    }
  }

  @Test
  void anEstablishedConnectionOutlivesItsBackendsRemovalAndItsListener() throws Exception {
    try (var peer = Peer.listen()) {
      var listener = relay.listen(ANY_PORT, anyOf(peer.address()));
      var client = Peer.connect(listener.address());
      var backend = peer.next();

      listener.forwardTo(anyOf());
      listener.close();

      client.getOutputStream().write('q');
      assertThat(backend.getInputStream().read()).isEqualTo('q');
      backend.getOutputStream().write('a');
      assertThat(client.getInputStream().read()).isEqualTo('a');
    }
  }

  @Test
  void aBackendThatRefusesIsPassedOver() throws Exception {
    try (var alive = Peer.sayingHere("alive");
        var one = Peer.refusing();
        var two = Peer.refusing()) {
      var listener = relay.listen(ANY_PORT, anyOf(Peer.at(one), Peer.at(two), alive.address()));
      for (int i = 0; i < 6; i++) {
        assertThat(Peer.ask(listener.address())).isEqualTo("alive");
      }
    }
  }

  @Test
  void aSocketThatTcpJoinedToItselfIsNoBackend() throws Exception {
    try (var lonely = SocketChannel.open().bind(ANY_PORT);
        var peer = Peer.listen();
        var joined = SocketChannel.open(peer.address())) {
      lonely.connect(lonely.getLocalAddress());

      assertThat(Sockets.metItself(lonely)).isTrue();
      assertThat(Sockets.metItself(joined)).isFalse();
    }
  }

  @Test
  void aBackendThatStaysSilentIsPassedOverInTime() throws Exception {
    try (var hasty = Relay.start(options(1, 10, 2, 50, 1));
        var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var alive = Peer.sayingHere("alive")) {
      var deafAddress = (InetSocketAddress) deaf.getLocalSocketAddress();
      try (var _ = fill(deafAddress);
          var _ = fill(deafAddress)) {
        var listener = hasty.listen(ANY_PORT, anyOf(deafAddress, alive.address()));

        assertThat(Peer.ask(listener.address())).isEqualTo("alive");
      }
    }
  }

  /** Takes a place in a backlog nobody empties; when it is full the kernel drops who knocks. */
  private static Socket fill(InetSocketAddress address) throws IOException {
    return Peer.connect(address);
  }

  @Test
  void aClientIsResetAtOnceWhenEveryTriedBackendRefuses() throws Exception {
    try (var one = Peer.refusing();
        var two = Peer.refusing()) {
      var listener = relay.listen(ANY_PORT, anyOf(Peer.at(one), Peer.at(two)));

      assertThatThrownBy(() -> Peer.ask(listener.address())).isInstanceOf(SocketException.class);
      awaitNoConnections();
    }
  }

  @Test
  void aClientIsResetAtOnceWhereThereIsNoBackend() throws Exception {
    var listener = relay.listen(ANY_PORT, anyOf());

    assertThatThrownBy(() -> Peer.ask(listener.address())).isInstanceOf(SocketException.class);
    awaitNoConnections();
  }

  @Test
  void aSlowReaderStopsItsWriterAndCostsOneBuffer() throws Exception {
    int total = 80_000_000;
    try (var peer = Peer.listen();
        var listener = relay.listen(ANY_PORT, anyOf(peer.address()));
        var client = Peer.connect(listener.address());
        var backend = peer.next()) {
      var written = new AtomicLong();
      var writer =
          threads.submit(() -> {
            var chunk = new byte[100_000];
            for (int i = 0; i < total / chunk.length; i++) {
              client.getOutputStream().write(chunk);
              written.addAndGet(chunk.length);
            }
            client.shutdownOutput();
            return null;
          });
      Eventually.holds("one buffer is held", () -> relay.pendingInUse() == 1);
      assertThat(written.get()).isLessThan(total);

      var all = backend.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());

      assertThat(all).isEqualTo(total);
      writer.get();
      assertThat(relay.pendingInUse()).isZero();
    }
  }

  @Test
  void aResetIsPassedOnAsAReset() throws Exception {
    try (var peer = Peer.listen();
        var listener = relay.listen(ANY_PORT, anyOf(peer.address()))) {
      var client = Peer.connect(listener.address());
      var backend = peer.next();
      client.setSoLinger(true, 0);
      client.close();

      assertThatThrownBy(() -> backend.getInputStream().read()).isInstanceOf(SocketException.class);
    }
    awaitNoConnections();
  }

  @Test
  void moreClientsThanAllowedAreResetAndAPlaceIsGivenBack() throws Exception {
    try (var small = Relay.start(options(1, 1, 1, 5_000, 1));
        var peer = Peer.listen()) {
      var listener = small.listen(ANY_PORT, anyOf(peer.address()));
      try (var first = Peer.connect(listener.address());
          var _ = peer.next()) {
        assertThatThrownBy(() -> Peer.ask(listener.address())).isInstanceOf(SocketException.class);
        assertThat(first.isConnected()).isTrue();
      }
      Eventually.holds("the place is given back", () -> small.connections() == 0);
      try (var _ = Peer.connect(listener.address());
          var backend = peer.next()) {
        assertThat(backend.isConnected()).isTrue();
      }
    }
  }

  @Test
  void aConnectionInWhichNothingMovesIsResetInTimeAndOneInWhichSomethingMovesIsNot()
      throws Exception {
    try (var strict = Relay.start(impatient());
        var peer = Peer.listen();
        var quiet = Peer.echoing()) {
      var listener = strict.listen(ANY_PORT, anyOf(peer.address()));
      var busy = strict.listen(ANY_PORT, anyOf(quiet.address()));
      try (var client = Peer.connect(listener.address());
          var talker = Peer.connect(busy.address());
          var _ = peer.next()) {
        assertThatThrownBy(
                () -> {
                  client.setSoTimeout(1);
                  for (int i = 0; i < Peer.PATIENCE_MILLIS; i++) {
                    talker.getOutputStream().write('q');
                    assertThat(talker.getInputStream().read()).isEqualTo('q');
                    try {
                      client.getInputStream().read();
                    } catch (SocketTimeoutException _) {
                      // It is not reset yet.
                    }
                  }
                })
            .isInstanceOf(SocketException.class)
            .hasMessageContaining("reset");

        talker.getOutputStream().write('q');
        assertThat(talker.getInputStream().read()).isEqualTo('q');
      }
    }
  }

  private static Relay.Options impatient() {
    return new Relay.Options(
        1, 10, 1, Duration.ofSeconds(5), 1, Duration.ofMillis(300), 2, Duration.ofMillis(300));
  }

  @Test
  void aUdpFlowIsForgottenAfterSilence() throws Exception {
    try (var strict = Relay.start(impatient());
        var peer = DatagramPeer.saying("dns", InetAddress.getLoopbackAddress());
        var listener = strict.listenForDatagrams(ANY_PORT, anyOf(peer.address()));
        var client = DatagramPeer.connect(listener.address())) {
      assertThat(DatagramPeer.ask(client)).isEqualTo("dns");
      Eventually.holds("the flow is forgotten", () -> listener.connections() == 0);

      assertThat(DatagramPeer.ask(client)).isEqualTo("dns");
    }
  }

  @Test
  void whereThereAreTooManyUdpFlowsTheOldestGoes() throws Exception {
    try (var strict = Relay.start(impatient());
        var peer = DatagramPeer.saying("dns", InetAddress.getLoopbackAddress());
        var listener = strict.listenForDatagrams(ANY_PORT, anyOf(peer.address()))) {
      for (int i = 0; i < 10; i++) {
        try (var client = DatagramPeer.connect(listener.address())) {
          assertThat(DatagramPeer.ask(client)).isEqualTo("dns");
          assertThat(listener.connections()).isLessThanOrEqualTo(2);
        }
      }
    }
  }

  @Test
  void aUdpBackendThatIsNotThereIsPassedOver() throws Exception {
    try (var peer = DatagramPeer.saying("dns", InetAddress.getLoopbackAddress())) {
      InetSocketAddress gone;
      try (var other = DatagramPeer.saying("gone", InetAddress.getLoopbackAddress())) {
        gone = other.address();
      }
      try (var listener = relay.listenForDatagrams(ANY_PORT, anyOf(gone, peer.address()));
          var client = DatagramPeer.connect(listener.address())) {
        assertThat(DatagramPeer.ask(client)).isEqualTo("dns");
      }
    }
  }

  @Test
  void anAddressThatIsTakenIsNamedWithTheReason() throws Exception {
    try (var taken = Peer.listen()) {
      assertThatThrownBy(() -> relay.listen(taken.address(), anyOf()))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("127.0.0.1:" + taken.address().getPort() + ": Address already in use");
    }
  }

  @Test
  void aClosedListenerFreesItsPortAtOnce() throws Exception {
    try (var peer = Peer.sayingHere("again")) {
      var first = relay.listen(ANY_PORT, anyOf(peer.address()));
      for (int i = 0; i < 50; i++) {
        first.close();
        first = relay.listen(first.address(), anyOf(peer.address()));
        assertThat(Peer.ask(first.address())).isEqualTo("again");
      }
    }
  }

  @Test
  void aClosedRelayFreesItsPortsAndEndsItsConnections() throws Exception {
    try (var peer = Peer.listen()) {
      var other = Relay.start();
      var listener = other.listen(ANY_PORT, anyOf(peer.address()));
      try (var client = Peer.connect(listener.address());
          var _ = peer.next()) {
        other.close();

        assertThatThrownBy(() -> client.getInputStream().read())
            .isInstanceOf(SocketException.class);
      }
      relay.listen(listener.address(), anyOf()).close();
      listener.close();
    }
  }

  private void awaitNoConnections() {
    Eventually.holds("all connections ended", () -> relay.connections() == 0);
  }

  private Future<String> sendAndEnd(Socket socket, long seed) {
    return threads.submit(() -> {
      var digest = MessageDigest.getInstance("SHA-256");
      var random = new Random(seed);
      var chunk = new byte[70_000];
      for (int left = BULK; left > 0; left -= chunk.length) {
        random.nextBytes(chunk);
        int length = Math.min(left, chunk.length);
        digest.update(chunk, 0, length);
        socket.getOutputStream().write(chunk, 0, length);
      }
      socket.shutdownOutput();
      return HexFormat.of().formatHex(digest.digest());
    });
  }

  private Future<String> digest(InputStream in) {
    return threads.submit(() -> sha(in));
  }

  private static String sha(InputStream in) throws IOException, GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256");
    var buffer = new byte[50_000];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      digest.update(buffer, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
