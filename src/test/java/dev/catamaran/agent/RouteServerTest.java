package dev.catamaran.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RouteSnapshot;
import dev.catamaran.route.RouteSnapshot.Generation;
import dev.catamaran.route.RoutingTable;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RouteServerTest {
  private static final Map<String, LiveIdentity> NODES = new LinkedHashMap<>();
  private static final RoutingTable TABLE =
      RoutingTable.of(
          Map.of(new ListenKey(Protocol.TCP, new Port(8080)), new Route("shop_front", List.of())));

  private final SnapshotBoard board = new SnapshotBoard("e1");
  private final LinkedBlockingQueue<Map.Entry<String, NodeReport>> reports =
      new LinkedBlockingQueue<>();
  private Optional<RouteServer> server = Optional.empty();

  @BeforeAll
  static void certificates(@TempDir Path directory) throws Exception {
    var ours = SwarmCertificates.root(directory.resolve("ours"));
    var foreign = SwarmCertificates.root(directory.resolve("foreign"));
    for (var known :
        Map.of(
                "manager", ours.node("c1", "swarm-manager", "m1"),
                "worker", ours.node("c1", "swarm-worker", "w1"),
                "another cluster's manager", ours.node("c2", "swarm-manager", "m2"),
                "another cluster's worker", ours.node("c2", "swarm-worker", "w2"),
                "expired manager", ours.expired("c1", "swarm-manager", "m3"),
                "expired worker", ours.expired("c1", "swarm-worker", "w3"),
                "another root's manager", foreign.node("c1", "swarm-manager", "m1"),
                "another root's worker", foreign.node("c1", "swarm-worker", "w1"))
            .entrySet()) {
      NODES.put(known.getKey(), identity(known.getValue(), directory));
    }
  }

  /** Every node here trusts the right root; what differs is what it shows. */
  private static LiveIdentity identity(Path node, Path directory) throws Exception {
    Files.copy(
        directory.resolve("ours/ca.crt"),
        node.resolve("swarm-root-ca.crt"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return new LiveIdentity(node);
  }

  @AfterEach
  void close() {
    server.ifPresent(RouteServer::close);
  }

  private static LiveIdentity node(String name) {
    return Objects.requireNonNull(NODES.get(name));
  }

  private String serveAs(String name) {
    var opened =
        RouteServer.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            node(name).tls(),
            board,
            (nodeId, report) -> reports.add(Map.entry(nodeId, report)));
    server = Optional.of(opened);
    return "127.0.0.1:" + opened.address().getPort();
  }

  private static Optional<RouteSnapshot> ask(String name, String manager, Optional<Generation> had)
      throws InterruptedException {
    try (var client = new ManagerClient(node(name).tls())) {
      return client.routes(manager, had);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"worker", "manager"})
  void everyNodeOfTheClusterReadsTheRoutes(String name) throws Exception {
    var manager = serveAs("manager");
    var posted = board.post("c1", TABLE);

    assertThat(ask(name, manager, Optional.empty())).contains(posted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "worker",
        "another cluster's manager",
        "expired manager",
        "another root's manager"
      })
  void nobodyElseIsBelievedAsAServer(String name) {
    var manager = serveAs(name);
    board.post("c1", TABLE);

    assertThatThrownBy(() -> ask("worker", manager, Optional.empty()))
        .isInstanceOf(ManagerClient.Failure.class)
        .hasMessageStartingWith("manager's agent at " + manager + ": ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"another cluster's worker", "expired worker", "another root's worker"})
  void nobodyElseIsLetInAsAClient(String name) {
    var manager = serveAs("manager");
    board.post("c1", TABLE);

    assertThatThrownBy(() -> ask(name, manager, Optional.empty()))
        .isInstanceOf(ManagerClient.Failure.class);
  }

  @Test
  void whoHasTheNewestRoutesWaitsForTheNext() throws Exception {
    var manager = serveAs("manager");
    var first = board.post("c1", RoutingTable.EMPTY);
    var answer =
        CompletableFuture.supplyAsync(() -> {
          try {
            return ask("worker", manager, Optional.of(first.generation()));
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
    board.post("c1", RoutingTable.EMPTY);
    assertThat(answer).isNotDone();

    var second = board.post("c1", TABLE);

    assertThat(answer.get(20, TimeUnit.SECONDS)).contains(second);
    assertThat(second.generation()).isEqualTo(new Generation("e1", 2));
  }

  @Test
  void whoComesFromAnotherEpochIsAnsweredAtOnce() throws Exception {
    var manager = serveAs("manager");
    var posted = board.post("c1", TABLE);

    assertThat(ask("worker", manager, Optional.of(new Generation("e0", 99)))).contains(posted);
  }

  @Test
  void aManagerThatCannotObserveSaysSo() {
    var manager = serveAs("manager");
    board.post("c1", TABLE);
    board.withhold("the engine does not answer");

    assertThatThrownBy(() -> ask("worker", manager, Optional.empty()))
        .hasMessage("manager's agent at " + manager + ": 503 the engine does not answer");
  }

  @Test
  void aNodeReportsForItselfAlone() throws Exception {
    var manager = serveAs("manager");
    var report =
        new NodeReport(
            OsVersion.parse("10.0.17763.1217"),
            Optional.empty(),
            Optional.of(false),
            List.of(),
            "0.1.0");
    try (var client = new ManagerClient(node("worker").tls())) {
      client.report(manager, report);
    }

    assertThat(reports.poll(20, TimeUnit.SECONDS)).isEqualTo(Map.entry("w1", report));
  }
}
