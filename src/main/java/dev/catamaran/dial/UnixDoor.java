package dev.catamaran.dial;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Unix domain sockets. */
final class UnixDoor {
  private UnixDoor() {}

  static Connection connect(Path path) throws IOException {
    var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(path));
      return new PlainConnection(channel);
    } catch (IOException e) {
      Quietly.close(channel);
      throw obstacle(path, e);
    }
  }

  /** The system's own words tell the cases apart; they are the C library's, in English. */
  static NoConnection obstacle(Path path, IOException cause) {
    var said = String.valueOf(cause.getMessage());
    if (said.contains("Permission denied")) {
      return new NoConnection(
          cause,
          "this user may not use the socket",
          "sudo usermod -aG docker $USER, then log in anew: the group \"docker\" may use it",
          "the same with sudo");
    }
    if (!Files.exists(path)) {
      return new NoConnection(
          cause,
          "there is no such socket",
          "is an engine running here? systemctl status docker",
          "--host URL, --context NAME or DOCKER_HOST, to aim at another one",
          "--lab FILE, to rehearse on a simulated cluster instead");
    }
    return new NoConnection(
        cause,
        said.contains("refused") ? "nobody listens on the socket" : said,
        "is the engine running? systemctl status docker");
  }
}
