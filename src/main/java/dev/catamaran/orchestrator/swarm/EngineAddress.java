package dev.catamaran.orchestrator.swarm;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Where a Docker engine listens. */
public sealed interface EngineAddress {
  int DEFAULT_PORT = 2375;

  /** A unix domain socket. */
  record Unix(Path path) implements EngineAddress {
    @Override
    public String toString() {
      return "unix://" + path;
    }
  }

  /** Plain TCP, without TLS. */
  record Tcp(String host, int port) implements EngineAddress {
    /** {@code host:port}, an IPv6 address in brackets. */
    String authority() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String toString() {
      return "tcp://" + authority();
    }
  }

  /**
   * Reads {@code unix:///path}, {@code tcp://host:port} or {@code http://host:port}.
   *
   * @throws IllegalArgumentException with a message for the user where it is none of them
   */
  static EngineAddress parse(String text) {
    int end = text.indexOf("://");
    if (end < 0) {
      throw refused(text, "it has no scheme", "unix:///var/run/docker.sock or tcp://host:2375");
    }
    var rest = text.substring(end + "://".length());
    return switch (text.substring(0, end).toLowerCase(Locale.ROOT)) {
      case "unix" -> unix(text, rest);
      case "tcp", "http" -> tcp(text, rest);
      case "https" ->
          throw refused(text, "TLS is not supported yet", "a unix socket, or tcp:// without TLS");
      case "npipe" ->
          throw refused(text, "named pipes are not supported yet", "the engine's tcp:// address");
      case "ssh" ->
          throw refused(
              text,
              "ssh is not supported yet",
              "ssh -L to forward the engine's socket, then unix://");
      default -> throw refused(text, "the scheme is unknown", "unix:///path or tcp://host:port");
    };
  }

  private static EngineAddress unix(String text, String path) {
    if (!path.startsWith("/")) {
      throw refused(text, "the path of the socket is not absolute", "unix:///var/run/docker.sock");
    }
    try {
      return new Unix(Path.of(path));
    } catch (InvalidPathException e) {
      throw refused(text, "\"" + path + "\" is no path: " + e.getReason(), "unix:///path");
    }
  }

  private static EngineAddress tcp(String text, String rest) {
    try {
      var uri = new URI("tcp://" + rest);
      var host = uri.getHost();
      boolean more = !uri.getPath().isEmpty() && !uri.getPath().equals("/");
      if (host == null || more || uri.getQuery() != null || uri.getUserInfo() != null) {
        throw refused(text, "it is not host:port", "tcp://host:2375");
      }
      int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
      if (port == 0 || port > 65_535) {
        throw refused(text, "port " + port + " is out of range 1-65535", "tcp://host:2375");
      }
      return new Tcp(host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
    } catch (URISyntaxException e) {
      throw refused(text, "it is not host:port", "tcp://host:2375");
    }
  }

  private static IllegalArgumentException refused(String text, String reason, String instead) {
    return new IllegalArgumentException(
        "\"" + text + "\" cannot be used as an engine address: " + reason + "; try " + instead);
  }
}
