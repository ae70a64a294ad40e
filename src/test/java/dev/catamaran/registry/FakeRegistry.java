package dev.catamaran.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on loopback that answers what a test tells it to, and remembers who asked. */
final class FakeRegistry implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, HttpHandler> pages = new ConcurrentHashMap<>();
  private final List<Seen> requests = new CopyOnWriteArrayList<>();

  /** One request as it came in. */
  record Seen(String method, String uri, Optional<String> authorization, String body) {}

  FakeRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String url(String path) {
    return "http://" + host() + path;
  }

  List<Seen> requests() {
    return requests;
  }

  FakeRegistry page(String path, HttpHandler handler) {
    pages.put(path, handler);
    return this;
  }

  FakeRegistry page(String path, int status, String body) {
    return page(path, exchange -> answer(exchange, status, body));
  }

  /** Serves the page to those who show this Authorization, and the challenge to all others. */
  FakeRegistry guarded(String path, String authorization, String challenge, String body) {
    return page(
        path,
        exchange -> {
          if (authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 200, body);
          } else {
            exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
            answer(exchange, 401, "{\"errors\":[{\"code\":\"UNAUTHORIZED\"}]}");
          }
        });
  }

  FakeRegistry redirect(String path, int status, String location) {
    return page(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", location);
          answer(exchange, status, "");
        });
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  static String digest(String body) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(
          new Seen(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      var page = pages.get(exchange.getRequestURI().getPath());
      if (page == null) {
        answer(exchange, 404, "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\"}]}");
      } else {
        page.handle(exchange);
      }
    }
  }
}
