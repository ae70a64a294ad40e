package dev.catamaran.agent;

import dev.catamaran.json.JsonText;
import dev.catamaran.route.RouteSnapshot;
import dev.catamaran.route.RouteSnapshot.Generation;
import dev.catamaran.route.RouteText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Asks the agents of managers. */
final class ManagerClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final HttpClient http;

  ManagerClient(SSLContext tls) {
    http =
        HttpClient.newBuilder()
            .sslContext(tls)
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** A manager's agent did not answer as it should; the message names it and the reason. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String manager, String reason) {
      super("manager's agent at " + manager + ": " + reason);
    }
  }

  /**
   * Routes newer than those; waits for them, and is empty where there were none for a while.
   *
   * @param manager {@code host:port}
   */
  Optional<RouteSnapshot> routes(String manager, Optional<Generation> after)
      throws InterruptedException {
    var query = after.map(g -> "?after=" + g).orElse("");
    var answer =
        send(
            manager,
            request(manager, "/v1/routes" + query, RouteServer.LONG_POLL.plus(ANSWER)).GET());
    if (answer.statusCode() == 204) {
      return Optional.empty();
    }
    require(manager, answer, 200);
    try {
      return Optional.of(RouteText.read(answer.body()));
    } catch (RouteText.Unreadable e) {
      throw new Failure(manager, "its routes cannot be read: " + e.getMessage());
    }
  }

  void report(String manager, NodeReport report) throws InterruptedException {
    var body = BodyPublishers.ofString(JsonText.compact(report.json()));
    require(manager, send(manager, request(manager, "/v1/facts", ANSWER).POST(body)), 204);
  }

  private static HttpRequest.Builder request(String manager, String path, Duration patience) {
    try {
      return HttpRequest.newBuilder(URI.create("https://" + manager + path)).timeout(patience);
    } catch (IllegalArgumentException _) {
      throw new Failure(manager, "this is no address");
    }
  }

  private HttpResponse<String> send(String manager, HttpRequest.Builder request)
      throws InterruptedException {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Failure(manager, reason(e));
    }
  }

  private static String reason(IOException e) {
    var message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }

  private static void require(String manager, HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new Failure(manager, answer.statusCode() + " " + answer.body());
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
