package dev.catamaran.agent;

import static dev.catamaran.route.MeshedCluster.port;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.json.JsonText;
import dev.catamaran.mesh.Eventually;
import dev.catamaran.mesh.PlaneChoice;
import dev.catamaran.route.MeshedCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AgentTest {
  private static final InetAddress ONE = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress THREE = InetAddress.ofLiteral("127.0.0.3");

  @TempDir static Path directory;

  private volatile Optional<Cluster> cluster = Optional.empty();
  private final LinkedBlockingQueue<String> labelled = new LinkedBlockingQueue<>();

  @BeforeAll
  static void certificates() throws Exception {
    var root = SwarmCertificates.root(directory.resolve("root"));
    place(root.node("c1", "swarm-manager", "m1"), dataRoot("m1"));
    place(root.node("c1", "swarm-worker", "w1"), dataRoot("w1"));
  }

  private static Path dataRoot(String node) {
    return directory.resolve("data-" + node);
  }

  private static void place(Path certificates, Path dataRoot) throws IOException {
    Files.createDirectories(dataRoot.resolve("swarm"));
    Files.move(certificates, dataRoot.resolve("swarm/certificates"));
  }

  private Agent manager(int agentPort) {
    var engine =
        new LocalEngine(
            () -> FakeNode.info("m1", true, dataRoot("m1").toString()),
            () -> cluster.orElseThrow(() -> new IllegalStateException("engine is down")),
            (node, labels) -> labelled.add(node + " " + labels.keySet()));
    return Agent.start(
        engine, FakeNode.settings("127.0.0.1", directory.resolve("state-m1"), agentPort));
  }

  private static Agent worker(int agentPort) {
    var engine =
        new LocalEngine(
            () -> FakeNode.info("w1", false, dataRoot("w1").toString(), "127.0.0.1:2377"),
            () -> {
              throw new IllegalStateException("a worker's engine knows no cluster");
            },
            (_, _) -> {
              throw new IllegalStateException("a worker's engine sets no labels");
            });
    return Agent.start(
        engine, FakeNode.settings("127.0.0.3", directory.resolve("state-w1"), agentPort));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, ONE)) {
      return socket.getLocalPort();
    }
  }

  private static Cluster serving(int published, int backend) {
    return new MeshedCluster()
        .node("m1", "127.0.0.1", Node.State.READY, Map.of("dev.catamaran.agent", "old"))
        .service("shop_front", published + ":80/tcp")
        .task("t1", "shop_front", "m1", port(80, backend))
        .build();
  }

  private static Optional<String> ask(InetAddress address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 20_000);
      socket.setSoTimeout(20_000);
      return Optional.of(
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static ServerSocket saying(String word) throws IOException {
    var server = new ServerSocket(0, 50, ONE);
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              try (var socket = server.accept()) {
                socket.getOutputStream().write(word.getBytes(StandardCharsets.UTF_8));
              }
            }
          } catch (IOException _) {
            // The test closed it.
          }
        });
    return server;
  }

  @Test
  void aPublishedPortAnswersThroughEveryAgentAndFollowsTheTasks() throws Exception {
    int published = freePort();
    int agentPort = freePort();
    try (var old = saying("old");
        var young = saying("young")) {
      cluster = Optional.of(serving(published, old.getLocalPort()));
      try (var manager = manager(agentPort);
          var worker = worker(agentPort)) {
        Eventually.holds("here", () -> ask(ONE, published).equals(Optional.of("old")));
        Eventually.holds("there", () -> ask(THREE, published).equals(Optional.of("old")));
        assertThat(labelled.poll(20, TimeUnit.SECONDS)).isNotNull();

        cluster = Optional.of(serving(published, young.getLocalPort()));

        Eventually.holds("here too", () -> ask(ONE, published).equals(Optional.of("young")));
        Eventually.holds("there too", () -> ask(THREE, published).equals(Optional.of("young")));
        assertThat(manager.status().role()).isEqualTo("manager");
        assertThat(worker.status().role()).isEqualTo("worker");
        assertThat(worker.status().source())
            .isEqualTo("the manager's agent at 127.0.0.1:" + agentPort);
      }
      assertThat(ask(ONE, published)).isEmpty();
      assertThat(ask(THREE, published)).isEmpty();
    }
  }

  @Test
  void aManagerWhoseEngineFailsKeepsItsRoutesAndSaysWhatIsWrong() throws Exception {
    int published = freePort();
    try (var front = saying("front")) {
      cluster = Optional.of(serving(published, front.getLocalPort()));
      try (var manager = manager(freePort())) {
        Eventually.holds("up", () -> ask(ONE, published).isPresent());
        cluster = Optional.empty();

        Eventually.holds("trouble is told", () -> manager.status().trouble().isPresent());
        assertThat(manager.status().trouble().orElseThrow().message()).isEqualTo("engine is down");
        assertThat(ask(ONE, published)).contains("front");
      }
    }
  }

  @Test
  void anAgentMayBeClosedTwiceAndEndsThoseWhoWaitForIt() throws Exception {
    cluster = Optional.of(new MeshedCluster().build());
    var manager = manager(freePort());
    manager.close();
    manager.close();

    manager.await();
    assertThatThrownBy(() -> new Socket(ONE, manager.statusAddress().getPort()).close())
        .isInstanceOf(IOException.class);
  }

  @Test
  void theStatusIsServedAsJsonOnThisHost() throws Exception {
    int published = freePort();
    cluster = Optional.of(new MeshedCluster().service("shop_front", published + ":80/tcp").build());
    try (var manager = manager(freePort());
        var http = HttpClient.newHttpClient()) {
      Eventually.holds("up", () -> !manager.status().listeners().isEmpty());
      var uri = URI.create("http://127.0.0.1:" + manager.statusAddress().getPort() + "/status");
      var answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());

      var json = JsonText.parse(answer.body());

      assertThat(JsonText.compact(json.get("listeners")))
          .isEqualTo(
              "[{\"port\":"
                  + published
                  + ",\"protocol\":\"tcp\",\"state\":\"listening\",\"by\":\"relay\",\"addresses\":[\"127.0.0.1:"
                  + published
                  + "\"],\"backends\":0,\"connections\":0}]");
      assertThat(json.get("node").text()).contains("name-m1");
      assertThat(json.get("source").text())
          .contains("polling /services, /tasks and /nodes every 5 ms");
    }
  }

  @Test
  void theStatusIsNotForOtherHosts() {
    var everywhere = new InetSocketAddress(0);
    assertThatThrownBy(() ->
            new AgentSettings(
                java.util.List.of(ONE),
                PlaneChoice.RELAY,
                everywhere,
                everywhere,
                directory,
                java.time.Duration.ofSeconds(1),
                "1"))
        .hasMessageEndingWith("is no loopback address");
  }
}
