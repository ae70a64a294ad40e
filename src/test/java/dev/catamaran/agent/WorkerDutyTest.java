package dev.catamaran.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.mesh.Relay;
import dev.catamaran.mesh.RelayPlane;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RouteSnapshot;
import dev.catamaran.route.RouteSnapshot.Generation;
import dev.catamaran.route.RoutingTable;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkerDutyTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @TempDir static Path directory;
  private static LiveIdentity managerIdentity;
  private static LiveIdentity workerIdentity;

  @TempDir Path state;
  private final Relay relay = Relay.start();
  private final RelayPlane mesh = new RelayPlane(List.of(HERE), relay);
  private final Journal journal = new Journal(() -> Instant.EPOCH);
  private final LinkedBlockingQueue<String> reports = new LinkedBlockingQueue<>();
  private Course course;
  private WorkerDuty duty;
  private int agentPort;

  @BeforeAll
  static void certificates() throws Exception {
    var root = SwarmCertificates.root(directory.resolve("root"));
    managerIdentity = new LiveIdentity(root.node("c1", "swarm-manager", "m1"));
    workerIdentity = new LiveIdentity(root.node("c1", "swarm-worker", "w1"));
  }

  @BeforeEach
  void begin() throws Exception {
    agentPort = freePort();
    course = new Course(mesh, new RouteFile(state), journal);
    duty = new WorkerDuty(FakeNode.station(course, journal, state, agentPort), workerIdentity);
  }

  @AfterEach
  void end() {
    duty.close();
    mesh.close();
    relay.close();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, HERE)) {
      return socket.getLocalPort();
    }
  }

  private RouteServer manager(String address, SnapshotBoard board) {
    return RouteServer.open(
        new InetSocketAddress(InetAddress.ofLiteral(address), agentPort),
        managerIdentity.tls(),
        board,
        (nodeId, report) -> reports.add(address + " " + nodeId + " " + report.agent()));
  }

  private static RoutingTable table(String service) throws IOException {
    return RoutingTable.of(
        Map.of(new ListenKey(Protocol.TCP, new Port(freePort())), new Route(service, List.of())));
  }

  private Duration turn() throws InterruptedException {
    return duty.turn(FakeNode.worker("w1", "127.0.0.1:2377", "127.0.0.2:2377"));
  }

  private AgentStatus status() {
    return journal.status(course);
  }

  @Test
  void theRoutesOfAManagerComeIntoForceAndTheNodeIsReportedOnce() throws Exception {
    var board = new SnapshotBoard("e1");
    board.post("c1", table("a"));
    try (var _ = manager("127.0.0.1", board);
        var _ = manager("127.0.0.2", board)) {
      assertThat(turn()).isEqualTo(Duration.ZERO);
      board.post("c1", table("b"));
      assertThat(turn()).isEqualTo(Duration.ZERO);
    }

    assertThat(status().generation()).contains(new Generation("e1", 2));
    assertThat(status().listeners()).hasSize(1);
    assertThat(reports).hasSize(1).first().asString().endsWith(" w1 1.2.3");
  }

  @Test
  void aWorkerGoesOnToTheNextManagerAndKeepsItsRoutesMeanwhile() throws Exception {
    var one = new SnapshotBoard("one");
    one.post("c1", table("a"));
    var two = new SnapshotBoard("two");
    two.post("c1", table("a"));
    try (var first = manager("127.0.0.1", one);
        var second = manager("127.0.0.2", two)) {
      turn();
      var before = status().generation().orElseThrow();
      (before.epoch().equals("one") ? first : second).close();

      assertThat(turn()).isEqualTo(Duration.ofMillis(100));
      assertThat(status().generation()).contains(before);
      assertThat(status().trouble()).isPresent();
      assertThat(status().listeners()).hasSize(1);

      assertThat(turn()).isEqualTo(Duration.ZERO);
      assertThat(status().generation().orElseThrow().epoch()).isNotEqualTo(before.epoch());
      assertThat(status().trouble()).isEmpty();
    }
  }

  @Test
  void aRestartedManagerThatCountsFromOneIsFollowed() throws Exception {
    var old = new SnapshotBoard("old");
    old.post("c1", table("a"));
    old.post("c1", table("b"));
    try (var _ = manager("127.0.0.1", old);
        var _ = manager("127.0.0.2", old)) {
      turn();
    }
    assertThat(status().generation()).contains(new Generation("old", 2));
    var young = new SnapshotBoard("young");
    young.post("c1", table("c"));
    try (var _ = manager("127.0.0.1", young);
        var _ = manager("127.0.0.2", young)) {
      while (!turn().isZero()) {
        assertThat(status().trouble()).isPresent();
      }
    }

    assertThat(status().generation()).contains(new Generation("young", 1));
  }

  @Test
  void anOlderTableOfTheSameEpochIsPassedOver() throws Exception {
    course.follow(new RouteSnapshot("c1", new Generation("e", 7), table("a")));

    course.follow(new RouteSnapshot("c1", new Generation("e", 6), RoutingTable.EMPTY));

    assertThat(status().generation()).contains(new Generation("e", 7));
    assertThat(status().listeners()).hasSize(1);
  }

  @Test
  void theLastRoutesAreInForceAfterARestartBeforeAnyManagerAnswers() throws Exception {
    var kept = new RouteSnapshot("c1", new Generation("e", 7), table("a"));
    course.follow(kept);
    mesh.close();

    var restarted = new Course(mesh, new RouteFile(state), journal);
    restarted.resume("c1");

    assertThat(restarted.generation()).contains(kept.generation());
    assertThat(restarted.listeners()).hasSize(1);
    assertThat(state).isDirectoryNotContaining(f -> !f.endsWith("routes.json"));
  }

  @Test
  void theRoutesOfAnotherClusterAreNotTakenUp() throws Exception {
    course.follow(new RouteSnapshot("c0", new Generation("e", 7), table("a")));
    mesh.close();

    var joinedElsewhere = new Course(mesh, new RouteFile(state), journal);
    joinedElsewhere.resume("c1");

    assertThat(joinedElsewhere.generation()).isEmpty();
  }

  @Test
  void routesThatCannotBeReadStopNobody() throws Exception {
    Files.writeString(state.resolve("routes.json"), "{");

    course.resume("c1");

    assertThat(status().trouble().orElseThrow().message())
        .startsWith("the routes of the last run are of no use: no JSON");
  }

  @Test
  void thePauseDoublesUpToFiveSeconds() {
    assertThat(List.of(1, 2, 3, 6, 7, 1_000_000).stream().map(WorkerDuty::pause))
        .containsExactly(
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofMillis(3200),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
  }
}
