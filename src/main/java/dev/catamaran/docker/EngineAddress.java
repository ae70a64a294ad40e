package dev.catamaran.docker;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a Docker engine listens. */
public sealed interface EngineAddress {
  int DEFAULT_PORT = 2375;

  /** A unix domain socket. */
  record Unix(Path path) implements EngineAddress {
    public static final Unix USUAL = new Unix(Path.of("/var/run/docker.sock"));

    @Override
    public String toString() {
      return "unix://" + path;
    }
  }

  /**
   * TCP.
   *
   * @param host a name, or an address without brackets
   */
  record Tcp(String host, int port) implements EngineAddress {
    /** {@code host:port}, an IPv6 address in brackets. */
    public String authority() {
      return Authority.bracketed(host) + ":" + port;
    }

    @Override
    public String toString() {
      return "tcp://" + authority();
    }
  }

  /**
   * Through the ssh command of this machine, to the docker command of that one.
   *
   * @param socket of the engine there; empty means what docker takes there by itself
   */
  record Ssh(Optional<String> user, String host, OptionalInt port, Optional<String> socket)
      implements EngineAddress {
    @Override
    public String toString() {
      return "ssh://"
          + user.map(u -> u + "@").orElse("")
          + Authority.bracketed(host)
          + (port.isPresent() ? ":" + port.getAsInt() : "")
          + socket.orElse("");
    }
  }

  /**
   * A named pipe of Windows.
   *
   * @param name with slashes: {@code //./pipe/docker_engine}
   */
  record Pipe(String name) implements EngineAddress {
    public static final Pipe USUAL = new Pipe("//./pipe/docker_engine");

    @Override
    public String toString() {
      return "npipe://" + name;
    }
  }

  /**
   * Reads {@code unix:///path}, {@code tcp://host:port}, {@code ssh://user@host:port} or {@code
   * npipe:////./pipe/name}; {@code host:port} alone is tcp, as docker has it.
   *
   * @throws IllegalArgumentException with a message for the user where it is none of them
   */
  static EngineAddress parse(String text) {
    int end = text.indexOf("://");
    if (end < 0) {
      return bare(text);
    }
    var rest = text.substring(end + "://".length());
    return switch (text.substring(0, end).toLowerCase(Locale.ROOT)) {
      case "unix" -> unix(text, rest);
      case "tcp" -> tcp(text, rest);
      case "ssh" -> ssh(text, rest);
      case "npipe" -> pipe(text, rest);
      case "http" -> throw refused(text, "docker writes it tcp://", "tcp://" + rest);
      case "https" ->
          throw refused(
              text, "docker writes it tcp://, with TLS asked for", "--tlsverify -H tcp://" + rest);
      case "fd" ->
          throw refused(
              text, "it is how an engine is handed its socket, not how to reach it", USAGE);
      default -> throw refused(text, "the scheme is unknown", USAGE);
    };
  }

  String USAGE = "unix:///var/run/docker.sock, tcp://host:2375 or ssh://user@host";

  private static EngineAddress bare(String text) {
    if (!text.contains(":")) {
      throw refused(text, "it has no scheme", USAGE);
    }
    return tcp(text, text);
  }

  private static EngineAddress unix(String text, String path) {
    if (path.isEmpty()) {
      return Unix.USUAL;
    }
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
    var example = "tcp://host:2375";
    var authority = authority(text, rest, example);
    if (!authority.after().isEmpty() && !authority.after().equals("/")) {
      throw refused(text, "an engine below a path is not supported", "tcp://host:port alone");
    }
    if (authority.user().isPresent()) {
      throw refused(text, "an engine knows its users by their certificates", example);
    }
    return new Tcp(
        authority.host().isEmpty() ? "localhost" : authority.host(),
        authority.port().orElse(DEFAULT_PORT));
  }

  private static EngineAddress ssh(String text, String rest) {
    var example = "ssh://user@host";
    var authority = authority(text, rest, example);
    if (authority.host().isEmpty()) {
      throw refused(text, "it names no host", example);
    }
    if (authority.user().filter(u -> u.contains(":")).isPresent()) {
      // The text holds the password: it is not repeated.
      throw new IllegalArgumentException(
          "a password cannot stand in an engine address; try ssh://user@host with a key or an agent");
    }
    if (authority.after().contains("?") || authority.after().contains("#")) {
      throw refused(text, "a query or fragment means nothing to ssh", example);
    }
    return new Ssh(
        authority.user().map(Authority::decoded),
        authority.host(),
        authority.port(),
        Optional.of(authority.after())
            .filter(p -> !p.equals("/") && !p.isEmpty())
            .map(Authority::decoded));
  }

  private static EngineAddress pipe(String text, String name) {
    if (name.isEmpty()) {
      return Pipe.USUAL;
    }
    var slashes = name.replace('\\', '/');
    if (!slashes.startsWith("//") || !slashes.contains("/pipe/")) {
      throw refused(text, "it is no path of a pipe", "npipe:////./pipe/docker_engine");
    }
    return new Pipe(slashes);
  }

  private static Authority authority(String text, String rest, String example) {
    try {
      return Authority.parse(rest);
    } catch (IllegalArgumentException e) {
      throw refused(text, String.valueOf(e.getMessage()), example);
    }
  }

  private static IllegalArgumentException refused(String text, String reason, String instead) {
    return new IllegalArgumentException(
        "\"" + text + "\" cannot be used as an engine address: " + reason + "; try " + instead);
  }
}
