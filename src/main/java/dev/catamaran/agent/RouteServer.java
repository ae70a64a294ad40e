package dev.catamaran.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.catamaran.json.JsonText;
import dev.catamaran.json.MalformedJson;
import dev.catamaran.route.RouteSnapshot.Generation;
import dev.catamaran.route.RouteText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;

/**
 * Tells the agents of this cluster the routes, and takes what they report of their own node. The
 * TLS handshake lets nobody else in.
 *
 * <p>{@code GET /v1/routes?after=GENERATION} answers 200 with a newer table, 204 if there was none
 * for 20 s, 503 if this manager cannot say; {@code POST /v1/facts} answers 204.
 */
final class RouteServer implements AutoCloseable {
  static final Duration LONG_POLL = Duration.ofSeconds(20);
  private static final int FACTS_LIMIT = 16 * 1024;
  private static final int BACKLOG = 1024;

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SnapshotBoard board;
  private final BiConsumer<String, NodeReport> reports;

  private RouteServer(
      HttpsServer server, SnapshotBoard board, BiConsumer<String, NodeReport> reports) {
    this.server = server;
    this.board = board;
    this.reports = reports;
  }

  /**
   * Binds and serves.
   *
   * @param reports takes a node's id and what that node itself reported
   * @throws UncheckedIOException where the address cannot be bound
   */
  static RouteServer open(
      InetSocketAddress address,
      SSLContext tls,
      SnapshotBoard board,
      BiConsumer<String, NodeReport> reports) {
    try {
      var made = new RouteServer(HttpsServer.create(address, BACKLOG), board, reports);
      made.start(tls);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot serve routes on "
              + address.getAddress().getHostAddress()
              + ":"
              + address.getPort()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private void start(SSLContext tls) {
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            var both = getSSLContext().getDefaultSSLParameters();
            both.setNeedClientAuth(true);
            parameters.setSSLParameters(both);
          }
        });
    server.setExecutor(threads);
    server.createContext("/v1/routes", this::routes);
    server.createContext("/v1/facts", this::facts);
    server.start();
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  private void routes(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        answer(exchange, 405, "routes are only read");
        return;
      }
      var had =
          Optional.ofNullable(exchange.getRequestURI().getQuery())
              .filter(q -> q.startsWith("after="))
              .flatMap(q -> Generation.parse(q.substring("after=".length())));
      switch (board.after(had, LONG_POLL)) {
        case SnapshotBoard.Fresh(var snapshot) -> answer(exchange, 200, RouteText.write(snapshot));
        case SnapshotBoard.Unchanged() -> exchange.sendResponseHeaders(204, -1);
        case SnapshotBoard.Withheld(var reason) -> answer(exchange, 503, reason);
      }
    } catch (InterruptedException _) {
      // The server is being closed, and with it this exchange.
      Thread.currentThread().interrupt();
    }
  }

  private void facts(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        answer(exchange, 405, "facts are only reported");
        return;
      }
      var report = report(exchange);
      if (report.isEmpty()) {
        answer(exchange, 400, "this is no report of a node");
        return;
      }
      try {
        reports.accept(sender(exchange).nodeId(), report.get());
      } catch (RuntimeException e) {
        answer(exchange, 503, String.valueOf(e.getMessage()));
        return;
      }
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private static Optional<NodeReport> report(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(FACTS_LIMIT + 1);
    if (body.length > FACTS_LIMIT) {
      return Optional.empty();
    }
    try {
      return NodeReport.read(JsonText.parse(new String(body, StandardCharsets.UTF_8)));
    } catch (MalformedJson _) {
      return Optional.empty();
    }
  }

  /** The node is who its certificate says, whatever it writes. */
  private static SwarmPeer sender(HttpExchange exchange) throws IOException {
    var chain = ((HttpsExchange) exchange).getSSLSession().getPeerCertificates();
    try {
      return SwarmPeer.of((X509Certificate) chain[0]);
    } catch (java.security.cert.CertificateException e) {
      throw new IOException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    threads.close();
  }
}
