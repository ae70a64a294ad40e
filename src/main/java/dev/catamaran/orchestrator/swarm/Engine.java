package dev.catamaran.orchestrator.swarm;

import dev.catamaran.dial.NoConnection;
import dev.catamaran.docker.Endpoint;
import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.json.MalformedJson;
import dev.catamaran.model.ApiVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Asks one engine over HTTP. Each exchange is owned by one virtual thread; the asker waits for it
 * no longer than its patience, and abandoning it closes the connection.
 */
final class Engine implements AutoCloseable {
  private static final int NOT_FOUND = 404;

  /** Connecting has less time than the whole exchange, so that it is told apart. */
  private static final int CONNECT_SHARE = 3;

  /** The newest version we were written for, of engine 29.0; newer engines still speak it. */
  static final ApiVersion NEWEST = new ApiVersion(1, 52);

  /** Of engine 17.03, the first that Windows nodes could join a Swarm with. */
  static final ApiVersion OLDEST = new ApiVersion(1, 27);

  private static final List<String> TLS_ADVICE =
      List.of(
          "--tlsverify, or DOCKER_TLS_VERIFY=1, with the certificates in DOCKER_CERT_PATH",
          "a docker context that holds the certificates: docker context create --help");

  private final Endpoint endpoint;
  private final Duration patience;
  private final Exchanges exchanges;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Optional<ApiVersion> negotiated = Optional.empty();

  Engine(Endpoint endpoint, Duration patience) {
    this.endpoint = endpoint;
    this.patience = patience;
    this.exchanges = new Exchanges(endpoint, patience.dividedBy(CONNECT_SHARE));
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** The API version both sides speak, asked once; or the one the user wants. */
  ApiVersion version() {
    var known = negotiated;
    if (known.isPresent()) {
      return known.get();
    }
    var spoken = endpoint.pinned().orElseGet(this::newestOfBoth);
    negotiated = Optional.of(spoken);
    return spoken;
  }

  private ApiVersion newestOfBoth() {
    var ping = Question.get("/_ping", "ask for the API version");
    var reply = await(ping, start(ping));
    if (reply.body().contains("HTTP request to an HTTPS server")) {
      throw failure(ping, new SpeaksTls());
    }
    var theirs = Optional.ofNullable(reply.headers().get("api-version")).flatMap(ApiVersion::parse);
    if (theirs.isEmpty()) {
      throw noEngine(ping, reply);
    }
    if (theirs.get().compareTo(OLDEST) < 0) {
      throw new EngineFailure(
          EngineFailure.Kind.REFUSED,
          endpoint,
          ping.asked(),
          "the engine is too old: its API is " + theirs.get() + ", and " + OLDEST + " is needed",
          "engine 17.03 or later");
    }
    return theirs.get().orOlder(NEWEST);
  }

  /** A web server, or a proxy that stands before the engine and does not let us through. */
  private EngineFailure noEngine(Question ping, Reply reply) {
    var server = Optional.ofNullable(reply.headers().get("server"));
    return reply.good()
        ? broken(ping, "the answer names no Docker API version")
        : new EngineFailure(
            EngineFailure.Kind.BROKEN,
            endpoint,
            ping.asked(),
            "what answers is no engine, or a proxy before it: HTTP "
                + reply.status()
                + server.map(s -> " from " + s).orElse(""));
  }

  /** Asks, and reads the answer as JSON; null where the engine answers with nothing. */
  Json ask(Question question) {
    return all(List.of(question)).getFirst();
  }

  /** Deletes; what is gone already is fine. */
  void remove(String path, String asked) {
    var question = Question.delete(path, asked).below("/v" + version());
    var reply = await(question, start(question));
    if (reply.status() != NOT_FOUND) {
      read(question, reply);
    }
  }

  /** Asks all at once; the answers come in the order of the questions. */
  List<Json> all(List<Question> questions) {
    var prefix = "/v" + version();
    var started = questions.stream().map(q -> start(q.below(prefix))).toList();
    try {
      return IntStream.range(0, questions.size())
          .mapToObj(i -> read(questions.get(i), await(questions.get(i), started.get(i))))
          .toList();
    } finally {
      started.forEach(Running::abandon);
    }
  }

  private Json read(Question question, Reply reply) {
    if (!reply.good()) {
      throw Refusal.of(endpoint, question, reply);
    }
    if (reply.body().isBlank()) {
      return Json.Null.NULL;
    }
    try {
      return JsonText.parse(reply.body());
    } catch (MalformedJson e) {
      throw broken(question, "the answer is no JSON: " + e.getMessage());
    }
  }

  private EngineFailure broken(Question question, String reason) {
    return new EngineFailure(EngineFailure.Kind.BROKEN, endpoint, question.asked(), reason);
  }

  /** A question under way. */
  private record Running(Exchanges.Exchange exchange, Future<Reply> reply) {
    void abandon() {
      exchange.abandon();
      reply.cancel(true);
    }
  }

  private Running start(Question question) {
    var exchange = exchanges.new Exchange(question);
    return new Running(exchange, threads.submit(exchange::run));
  }

  private Reply await(Question question, Running running) {
    try {
      return running.reply().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      running.abandon();
      throw new EngineFailure(
          EngineFailure.Kind.UNREACHABLE,
          endpoint,
          question.asked(),
          "no answer within " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      running.abandon();
      Thread.currentThread().interrupt();
      throw new EngineFailure(
          EngineFailure.Kind.UNREACHABLE, endpoint, question.asked(), "interrupted");
    } catch (ExecutionException e) {
      throw failure(question, e.getCause() == null ? e : e.getCause());
    }
  }

  private EngineFailure failure(Question question, Throwable cause) {
    return switch (cause) {
      case NoConnection none ->
          new EngineFailure(
              EngineFailure.Kind.UNREACHABLE, endpoint, question.asked(), none, none.advice());
      case SpeaksTls tls ->
          new EngineFailure(
              EngineFailure.Kind.UNREACHABLE, endpoint, question.asked(), tls, TLS_ADVICE);
      case IOException io ->
          new EngineFailure(EngineFailure.Kind.BROKEN, endpoint, question.asked(), io, List.of());
      default -> throw new IllegalStateException(cause);
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
    exchanges.close();
  }
}
