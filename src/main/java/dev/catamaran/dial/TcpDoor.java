package dev.catamaran.dial;

import dev.catamaran.docker.EngineAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;

/** TCP: every address of the host is tried in turn. */
final class TcpDoor {
  private TcpDoor() {}

  static SocketChannel connect(EngineAddress.Tcp target, Duration patience) throws IOException {
    NoConnection last = null;
    for (var address : addresses(target.host())) {
      var channel = SocketChannel.open();
      try {
        channel
            .socket()
            .connect(
                new InetSocketAddress(address, target.port()),
                Math.toIntExact(patience.toMillis()));
        return channel;
      } catch (IOException e) {
        Quietly.close(channel);
        last = obstacle(e, patience);
      }
    }
    throw last == null ? unknown(target.host()) : last;
  }

  private static List<InetAddress> addresses(String host) throws NoConnection {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException _) {
      throw unknown(host);
    }
  }

  private static NoConnection unknown(String host) {
    return new NoConnection(
        "no address is known for host \"" + host + "\"", "is the host's name spelled right?");
  }

  private static NoConnection obstacle(IOException cause, Duration patience) {
    return switch (cause) {
      case SocketTimeoutException _ ->
          new NoConnection(
              cause,
              "no connection within " + patience.toSeconds() + " s",
              "is the host up, and does a firewall let you through?");
      case NoRouteToHostException _ ->
          new NoConnection(cause, "there is no route to the host", "is the host up?");
      case ConnectException _ when String.valueOf(cause.getMessage()).contains("refused") ->
          new NoConnection(
              cause,
              "the connection was refused: nothing listens on that port",
              "is the engine running, and told to listen there? dockerd -H tcp://…",
              "2376 is the usual port with TLS, 2375 without");
      default -> new NoConnection(cause, String.valueOf(cause.getMessage()));
    };
  }
}
