package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.json.MalformedJson;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
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
 * Asks one engine over HTTP. Each exchange is one connection owned by one virtual thread; the asker
 * waits for it no longer than its patience, and interrupting the thread closes the connection.
 */
final class Engine implements AutoCloseable {
  private static final int NOT_FOUND = 404;
  private static final int BUFFER = 64 * 1024;

  private final EngineAddress address;
  private final Duration patience;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Optional<ApiVersion> negotiated = Optional.empty();

  Engine(EngineAddress address, Duration patience) {
    this.address = address;
    this.patience = patience;
  }

  EngineAddress address() {
    return address;
  }

  /** The API version both sides speak; asked once. */
  ApiVersion version() {
    var known = negotiated;
    if (known.isPresent()) {
      return known.get();
    }
    var ping = Question.get("/_ping", "ask for the API version");
    var reply = await(ping, start(ping));
    var theirs =
        Optional.ofNullable(reply.headers().get("api-version"))
            .flatMap(ApiVersion::parse)
            .orElseThrow(() -> broken(ping, "the answer names no Docker API version"));
    var both = theirs.orOlder(ApiVersion.NEWEST);
    negotiated = Optional.of(both);
    return both;
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
      started.forEach(s -> s.cancel(true));
    }
  }

  private Json read(Question question, Reply reply) {
    if (!reply.good()) {
      throw Refusal.of(address, question, reply);
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
    return new EngineFailure(EngineFailure.Kind.BROKEN, address, question.asked(), reason);
  }

  private Future<Reply> start(Question question) {
    return threads.submit(() -> exchange(question));
  }

  private Reply await(Question question, Future<Reply> running) {
    try {
      return running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      running.cancel(true);
      throw new EngineFailure(
          EngineFailure.Kind.UNREACHABLE,
          address,
          question.asked(),
          "no answer within " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      throw new EngineFailure(
          EngineFailure.Kind.UNREACHABLE, address, question.asked(), "interrupted");
    } catch (ExecutionException e) {
      throw failure(question, e.getCause() == null ? e : e.getCause());
    }
  }

  private EngineFailure failure(Question question, Throwable cause) {
    return switch (cause) {
      case NoConnection none ->
          new EngineFailure(EngineFailure.Kind.UNREACHABLE, address, question.asked(), none);
      case IOException io ->
          new EngineFailure(EngineFailure.Kind.BROKEN, address, question.asked(), io);
      default -> throw new IllegalStateException(cause);
    };
  }

  private Reply exchange(Question question) throws IOException {
    try (var channel = connect()) {
      HttpText.write(question, host(), Channels.newOutputStream(channel));
      return HttpText.read(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
    }
  }

  /** Nobody listens there: told apart from a connection that breaks later. */
  private static final class NoConnection extends IOException {
    private static final long serialVersionUID = 1;

    NoConnection(String reason) {
      super(reason);
    }
  }

  private SocketChannel connect() throws IOException {
    try {
      return switch (address) {
        case EngineAddress.Unix(var path) -> {
          var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
          channel.connect(UnixDomainSocketAddress.of(path));
          yield channel;
        }
        case EngineAddress.Tcp(var host, var port) -> {
          var target = new InetSocketAddress(host, port);
          if (target.isUnresolved()) {
            throw new UnknownHostException("no address is known for host \"" + host + "\"");
          }
          yield SocketChannel.open(target);
        }
      };
    } catch (IOException e) {
      throw new NoConnection(String.valueOf(e.getMessage()));
    }
  }

  private String host() {
    return switch (address) {
      case EngineAddress.Unix _ -> "docker";
      case EngineAddress.Tcp tcp -> tcp.authority();
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
