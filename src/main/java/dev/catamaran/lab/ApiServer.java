package dev.catamaran.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.catamaran.json.JsonText;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.simulate.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The Engine API's table of routes over HTTP. Owns its request threads. */
final class ApiServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ApiServer.class.getName());
  private static final int LARGEST_BODY = 8 << 20;

  private final List<Route> routes;
  private final SystemApi system;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Binds, and answers from then on.
   *
   * @throws UncheckedIOException where the address cannot be bound; its message names it
   */
  ApiServer(InetSocketAddress address, List<Route> routes, SystemApi system) {
    this.routes = List.copyOf(routes);
    this.system = system;
    try {
      server = HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the lab cannot listen on "
              + address.getAddress().getHostAddress()
              + ":"
              + address.getPort()
              + ": "
              + e.getMessage(),
          e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = answer(exchange);
      } catch (Refusal refusal) {
        answer = Answer.refused(refusal);
      } catch (RuntimeException bug) {
        LOG.log(System.Logger.Level.ERROR, "lab: " + exchange.getRequestURI(), bug);
        answer = Answer.message(500, "the lab failed: " + bug);
      }
      write(exchange, answer);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    var segments = segments(exchange.getRequestURI().getRawPath());
    var version = segments.isEmpty() ? system.api() : version(segments.getFirst());
    if (!segments.isEmpty() && SpokenApi.in(segments.getFirst()).isPresent()) {
      segments.removeFirst();
    }
    if (version.compareTo(system.api()) > 0) {
      return Answer.message(
          400,
          "client version "
              + version
              + " is too new. Maximum supported API version is "
              + system.api());
    }
    var method = exchange.getRequestMethod();
    if (segments.equals(List.of("_ping"))) {
      return new Answer.Bare(200);
    }
    for (var route : routes) {
      var arguments = route.match(segments);
      if (arguments.isPresent() && route.method().equals(method)) {
        return route.since().compareTo(version) > 0
            ? Answer.message(404, "page not found")
            : route.handler().apply(ask(exchange, arguments.get()));
      }
    }
    return Answer.message(
        501,
        "a Catamaran lab is simulated and does not do "
            + method
            + " /"
            + String.join("/", segments));
  }

  private ApiVersion version(String first) {
    return SpokenApi.in(first).orElseGet(system::api);
  }

  private static List<String> segments(String path) {
    var segments = new ArrayList<String>();
    for (var segment : path.split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(decoded(segment.replace("+", "%2B")));
      }
    }
    return segments;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new Refusal(Refusal.Kind.INVALID, "malformed URL escape in \"" + text + "\"");
    }
  }

  private static Ask ask(HttpExchange exchange, List<String> arguments) throws IOException {
    var query = new HashMap<String, String>();
    var raw = exchange.getRequestURI().getRawQuery();
    for (var pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw new Refusal(Refusal.Kind.INVALID, "the request body is larger than 8 MiB");
    }
    return new Ask(arguments, Map.copyOf(query), new String(body, StandardCharsets.UTF_8));
  }

  private void write(HttpExchange exchange, Answer answer) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Api-Version", system.api().toString());
    headers.set("Docker-Experimental", "false");
    headers.set("Ostype", system.os());
    headers.set("Server", "Catamaran-lab (simulated)");
    headers.set("Swarm", "active/manager");
    switch (answer) {
      case Answer.Body(var status, var json) -> {
        headers.set("Content-Type", "application/json");
        send(exchange, status, (JsonText.compact(json) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      case Answer.Bare(var status) -> {
        boolean ping = exchange.getRequestURI().getPath().endsWith("_ping");
        headers.set("Content-Type", "text/plain; charset=utf-8");
        send(exchange, status, (ping ? "OK" : "").getBytes(StandardCharsets.UTF_8));
      }
      case Answer.Stream(var events) -> stream(exchange, events);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    boolean none = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, none ? -1 : bytes.length);
    if (!none) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void stream(HttpExchange exchange, EventLog.Reading events) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try (events) {
      var out = exchange.getResponseBody();
      out.flush();
      for (var event = events.next(); event.isPresent(); event = events.next()) {
        out.write((JsonText.compact(event.get()) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
