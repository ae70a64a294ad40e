package dev.catamaran.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.simulate.Pace;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A lab driven by hand: its clock moves when the test says so, and requests go over real HTTP. */
final class Stage implements AutoCloseable {
  private static final Pace PACE =
      new Pace(Duration.ofMillis(10), Duration.ofSeconds(5), Duration.ofSeconds(1));

  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private final InstantSource clock = () -> now;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  final Lab lab;

  Stage(String labFile) {
    lab = Lab.byHand(LabFileTest.accepted(labFile), new Lab.Options(0, clock, PACE));
  }

  /** What the Engine API answered. */
  record Reply(int status, Json json) {}

  void passes(Duration time) {
    now = now.plus(time);
    lab.tick();
  }

  void settles() {
    passes(Duration.ofMillis(200));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(request.uri() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5));
  }

  private URI api(String path) {
    return URI.create("http://127.0.0.1:" + lab.port() + path);
  }

  Reply get(String path) {
    return reply(send(request(api(path)).build()));
  }

  Reply delete(String path) {
    return reply(send(request(api(path)).DELETE().build()));
  }

  /** The body may have single quotes for double ones. */
  Reply post(String path, String body) {
    var json = HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'));
    return reply(send(request(api(path)).POST(json).build()));
  }

  String created(String path, String body) {
    var reply = post(path, body);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    return reply.json().get(path.startsWith("/networks") ? "Id" : "ID").text().orElseThrow();
  }

  HttpResponse<String> raw(String path) {
    return send(request(api(path)).build());
  }

  private static Reply reply(HttpResponse<String> response) {
    var body = response.body();
    return new Reply(response.statusCode(), body.isBlank() ? Json.Null.NULL : JsonText.parse(body));
  }

  static String filters(String singleQuoted) {
    return "?filters=" + URLEncoder.encode(singleQuoted.replace('\'', '"'), StandardCharsets.UTF_8);
  }

  LabNode node(String name) {
    return lab.nodes().stream().filter(n -> n.name().text().equals(name)).findFirst().orElseThrow();
  }

  /** The text a port answers with. */
  String call(java.net.InetAddress address, int port) {
    return send(request(URI.create("http://" + address.getHostAddress() + ":" + port)).build())
        .body();
  }

  Json callJson(java.net.InetAddress address, int port) {
    var uri = URI.create("http://" + address.getHostAddress() + ":" + port);
    return JsonText.parse(send(request(uri).header("Accept", "application/json").build()).body());
  }

  @Override
  public void close() {
    client.shutdownNow();
    lab.close();
  }
}
