package dev.catamaran.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * HTTP with bounds: every exchange ends within the patience, no body grows beyond the limit, and
 * redirects never carry a secret to another host.
 */
final class Wire implements AutoCloseable {
  /** What the distribution specification asks registries to accept for a manifest. */
  private static final long BODY_LIMIT = 4L << 20;

  private static final int REDIRECTS = 5;

  private final Duration patience;

  /** Made on first use: a client owns a thread and takes a while to load. */
  private @Nullable HttpClient client;

  Wire(Duration patience) {
    this.patience = patience;
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.shutdownNow();
    }
  }

  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(patience)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
    }
    return client;
  }

  Reply get(URI uri, String accept, Optional<String> authorization) throws Unanswered {
    var target = web(uri);
    var secret = authorization;
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      var request = HttpRequest.newBuilder(target).header("Accept", accept).GET();
      secret.ifPresent(s -> request.header("Authorization", s));
      var reply = exchange(request.build());
      var next = redirect(reply);
      if (next.isEmpty()) {
        return reply;
      }
      if (!sameOrigin(target, next.get())) {
        secret = Optional.empty();
      }
      target = next.get();
    }
    throw new Unanswered(Unanswered.place(uri) + ": more than " + REDIRECTS + " redirects");
  }

  Reply post(URI uri, String form) throws Unanswered {
    return exchange(
        HttpRequest.newBuilder(web(uri))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private Reply exchange(HttpRequest request) throws Unanswered {
    var pending = sent(request);
    try {
      return new Reply(pending.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw failed(request.uri(), e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw Unanswered.by(request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Unanswered.by(request.uri(), e);
    } finally {
      pending.cancel(true);
    }
  }

  private CompletableFuture<HttpResponse<byte[]>> sent(HttpRequest request) throws Unanswered {
    try {
      return client()
          .sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), BODY_LIMIT));
    } catch (IllegalArgumentException e) {
      throw failed(request.uri(), e);
    }
  }

  /** What is no failure of the world is a bug, and stays loud. */
  private static Unanswered failed(URI uri, Throwable cause) {
    return switch (cause) {
      case IOException io -> Unanswered.by(uri, io);
      // So the client says that it cannot ask such a host, as with a label beyond 63 letters.
      case IllegalArgumentException address -> Unanswered.by(uri, address);
      case Error error -> throw error;
      case RuntimeException bug -> throw bug;
      default -> throw new IllegalStateException(cause);
    };
  }

  private static Optional<URI> redirect(Reply reply) throws Unanswered {
    var location = reply.headers().firstValue("Location");
    boolean moved =
        switch (reply.status()) {
          case 301, 302, 303, 307, 308 -> true;
          default -> false;
        };
    if (!moved || location.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(target(reply.from(), location.get()));
  }

  static URI target(URI from, String location) throws Unanswered {
    URI next;
    try {
      next = from.resolve(location);
    } catch (IllegalArgumentException _) {
      throw new Unanswered(Unanswered.place(from) + ": redirects to what is no address");
    }
    web(next);
    if ("https".equals(from.getScheme()) && "http".equals(next.getScheme())) {
      throw new Unanswered(Unanswered.place(from) + ": redirects from https to http");
    }
    return next;
  }

  /** The same address, where it is one that can be asked over the web. */
  private static URI web(URI uri) throws Unanswered {
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getPort() > 65535) {
      throw new Unanswered("\"" + uri + "\" is no web address");
    }
    return uri;
  }

  private static boolean sameOrigin(URI one, URI other) {
    return origin(one).equals(origin(other));
  }

  private static String origin(URI uri) {
    int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
    return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }
}
