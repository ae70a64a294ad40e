package dev.catamaran.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.catamaran.json.JsonText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;

/** One address at which a simulated task answers over HTTP. */
final class TaskServer implements AutoCloseable {
  private final HttpServer server;

  private TaskServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Binds and answers.
   *
   * @param port 0 lets the system choose
   */
  static TaskServer start(InetAddress address, int port, Banner banner, ExecutorService threads)
      throws IOException {
    var server = HttpServer.create(new InetSocketAddress(address, port), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, banner));
    server.start();
    return new TaskServer(server);
  }

  private static void answer(HttpExchange exchange, Banner banner) throws IOException {
    try (exchange) {
      var accept = exchange.getRequestHeaders().getFirst("Accept");
      boolean json = accept != null && accept.contains("json");
      var body = json ? JsonText.pretty(banner.json()) + "\n" : banner.text();
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", (json ? "application/json" : "text/plain") + "; charset=utf-8");
      headers.set("X-Catamaran-Simulated", "true");
      exchange.getRequestBody().readAllBytes();
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(200, -1);
      } else {
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
