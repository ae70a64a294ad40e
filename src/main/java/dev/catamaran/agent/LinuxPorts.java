package dev.catamaran.agent;

import dev.catamaran.cluster.NodePorts;
import dev.catamaran.cluster.NodePorts.Sets;
import dev.catamaran.model.Port;
import dev.catamaran.model.PortSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ports of a Linux node, from the kernel's files: {@code proc/net/tcp} and its like, and the
 * range for outgoing connections less what is reserved.
 */
final class LinuxPorts {
  /** The kernel's numbers for a TCP socket that listens, and a UDP socket that is not connected. */
  private static final String LISTENS = "0A";

  private static final String UNCONNECTED = "07";

  /** {@code sl local remote st ...}, addresses as hexadecimal {@code ADDRESS:PORT}. */
  private static final Pattern SOCKET =
      Pattern.compile(
          "\\s*\\d+: [0-9A-F]+:(?<local>[0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} (?<state>[0-9A-F]{2}) .*");

  private final Path root;

  /**
   * @param root {@code /}, but in tests
   */
  LinuxPorts(Path root) {
    this.root = root;
  }

  /** Nothing is known where this kernel shows no files to tell by. */
  NodePorts read() {
    if (!Files.isRegularFile(root.resolve("proc/net/tcp"))) {
      return NodePorts.UNKNOWN;
    }
    var outgoing = outgoing();
    var tcp = listening("tcp", LISTENS).with(listening("tcp6", LISTENS));
    var udp = listening("udp", UNCONNECTED).with(listening("udp6", UNCONNECTED));
    // A client's UDP socket looks like a server's, but has a port of that range.
    var servers = udp.without(outgoing.orElse(PortSet.NONE));
    return new NodePorts(Optional.of(new Sets(tcp, servers)), Optional.empty(), outgoing);
  }

  private PortSet listening(String file, String state) {
    var path = root.resolve("proc/net").resolve(file);
    if (!Files.isRegularFile(path)) {
      return PortSet.NONE;
    }
    try (var lines = Files.lines(path)) {
      return PortSet.of(
          lines.flatMap(l -> local(l, state).stream()).collect(Collectors.toUnmodifiableSet()));
    } catch (IOException | UncheckedIOException _) {
      return PortSet.NONE;
    }
  }

  private static Optional<Port> local(String line, String state) {
    var match = SOCKET.matcher(line);
    if (!match.matches() || !match.group("state").equals(state)) {
      return Optional.empty();
    }
    int number = Integer.parseInt(match.group("local"), 16);
    return number == 0 ? Optional.empty() : Optional.of(new Port(number));
  }

  private Optional<PortSet> outgoing() {
    return setting("ip_local_port_range")
        .flatMap(text -> PortSet.parse(text.replaceAll("\\s+", "-")))
        .map(range ->
            range.without(
                setting("ip_local_reserved_ports").flatMap(PortSet::parse).orElse(PortSet.NONE)))
        .filter(range -> !range.isEmpty());
  }

  private Optional<String> setting(String name) {
    try {
      return Optional.of(Files.readString(root.resolve("proc/sys/net/ipv4").resolve(name)).strip());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
