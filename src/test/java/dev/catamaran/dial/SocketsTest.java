package dev.catamaran.dial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.catamaran.docker.Endpoint;
import dev.catamaran.docker.EngineAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a socket cannot be connected to, in words that help. */
class SocketsTest {
  @TempDir Path directory;

  private static NoConnection failure(EngineAddress address) {
    var dialer = new Dialer(Endpoint.of(address), Duration.ofSeconds(5));
    return catchThrowableOfType(NoConnection.class, dialer::connect);
  }

  @Test
  void aSocketThatIsNotThere() {
    var failure = failure(new EngineAddress.Unix(directory.resolve("none")));
    assertThat(failure).hasMessage("there is no such socket");
    assertThat(failure.advice()).anyMatch(a -> a.contains("--context"));
  }

  @Test
  void aSocketThatNobodyServesAnyMore() throws IOException {
    var path = directory.resolve("left");
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
    }
    assertThat(failure(new EngineAddress.Unix(path))).hasMessage("nobody listens on the socket");
  }

  /** A root user meets no such socket, so the system's answer is given by hand. */
  @Test
  void aSocketOfAnotherGroup() throws IOException {
    var path = Files.createFile(directory.resolve("closed"));
    var failure = UnixDoor.obstacle(path, new SocketException("Permission denied"));
    assertThat(failure).hasMessage("this user may not use the socket");
    assertThat(failure.advice()).first().asString().contains("usermod -aG docker");
  }

  @Test
  void aPortNobodyListensOn() throws IOException {
    int port;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    assertThat(failure(new EngineAddress.Tcp("127.0.0.1", port)))
        .hasMessage("the connection was refused: nothing listens on that port");
  }

  @Test
  void aHostNobodyKnows() {
    assertThat(failure(new EngineAddress.Tcp("catamaran.invalid", 2375)))
        .hasMessage("no address is known for host \"catamaran.invalid\"");
  }

  @Test
  void everyAddressOfAHostIsTried() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var connection =
            new Dialer(
                    Endpoint.of(new EngineAddress.Tcp("localhost", server.getLocalPort())),
                    Duration.ofSeconds(5))
                .connect()) {
      assertThat(connection.dear()).isFalse();
    }
  }

  /** A file stands in for the pipe: what is written whole is read back whole. */
  @Test
  void aPipesStreamsWaitForEachOperation() throws IOException {
    var file = Files.createFile(directory.resolve("pipe"));
    try (var connection =
        new PipeConnection(
            AsynchronousFileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE))) {
      connection.out().write("hello".getBytes(StandardCharsets.US_ASCII));
      assertThat(connection.in().readNBytes(5))
          .asString(StandardCharsets.US_ASCII)
          .isEqualTo("hello");
    }
  }
}
