package dev.catamaran.orchestrator.swarm;

import dev.catamaran.docker.Endpoint;
import dev.catamaran.docker.EngineAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A unix socket that answers each request line with a recorded text; one thread accepts. */
final class FakeEngine implements AutoCloseable {
  private final EngineAddress.Unix address;
  private final ServerSocketChannel server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private static final String LOGIN = "X-Registry-Auth: ";

  private final Map<String, String> logins = new ConcurrentHashMap<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  FakeEngine(Path directory, String apiVersion) throws IOException {
    address = new EngineAddress.Unix(directory.resolve("engine.sock"));
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(address.path()));
    answers.put("GET /_ping", "HTTP/1.1 200 OK\r\nApi-Version: " + apiVersion + "\r\n\r\nOK");
    Thread.ofVirtual().start(this::serve);
  }

  EngineAddress address() {
    return address;
  }

  Endpoint endpoint() {
    return Endpoint.of(address);
  }

  /** What was told in X-Registry-Auth, by request line. */
  Map<String, String> logins() {
    return logins;
  }

  /** The request lines heard, without "HTTP/1.1". */
  List<String> heard() {
    return heard;
  }

  FakeEngine answers(String request, int status, String body) {
    return answersRaw(request, "HTTP/1.1 " + status + " X\r\n\r\n" + body);
  }

  FakeEngine answersRaw(String request, String reply) {
    answers.put(request, reply);
    return this;
  }

  private void serve() {
    try {
      while (true) {
        var client = server.accept();
        Thread.ofVirtual().start(() -> answer(client));
      }
    } catch (ClosedChannelException _) {
      // The test is over.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(SocketChannel client) {
    try (client) {
      var lines =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(client), StandardCharsets.UTF_8));
      var request = lines.readLine().replace(" HTTP/1.1", "");
      heard.add(request);
      for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
        if (line.startsWith(LOGIN)) {
          logins.put(request, line.substring(LOGIN.length()));
        }
      }
      var reply = answers.getOrDefault(request, "HTTP/1.1 404 X\r\n\r\n{\"message\":\"no page\"}");
      if (reply.equals(SILENCE)) {
        // Until the client hangs up.
        lines.lines().forEach(l -> {});
        return;
      }
      client.write(ByteBuffer.wrap(reply.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException _) {
      // The client asked several things at once, and the first answer was enough.
    }
  }

  static final String SILENCE = "silence";

  @Override
  public void close() throws IOException {
    server.close();
  }
}
