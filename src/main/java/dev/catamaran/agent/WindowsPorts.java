package dev.catamaran.agent;

import dev.catamaran.cluster.NodePorts;
import dev.catamaran.cluster.NodePorts.Sets;
import dev.catamaran.model.Port;
import dev.catamaran.model.PortRange;
import dev.catamaran.model.PortSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The ports of a Windows node, from its own commands. Their words are in the language of the
 * system, so only numbers and columns are read: a socket that listens has no peer's port.
 */
final class WindowsPorts {
  /** {@code TCP 0.0.0.0:135 0.0.0.0:0 LISTENING 1044} and {@code UDP 0.0.0.0:123 *:* 988}. */
  private static final Pattern LISTENING =
      Pattern.compile("(?m)^\\s*(TCP|UDP)\\s+\\S+:(\\d{1,5})\\s+(?:\\S+:0|\\*:\\*)\\s");

  /** First and last port, and a star where an administrator excluded them. */
  private static final Pattern EXCLUDED =
      Pattern.compile("(?m)^\\s*(\\d{1,5})\\s+(\\d{1,5})\\s*\\*?\\s*$");

  /** The first port, then how many. */
  private static final Pattern DYNAMIC =
      Pattern.compile("(?s).*?:\\s*(\\d{1,5})\\s.*?:\\s*(\\d{1,5})\\s.*");

  private final Function<List<String>, Optional<String>> commands;

  /**
   * @param commands runs one and returns what it printed; empty where it failed
   */
  WindowsPorts(Function<List<String>, Optional<String>> commands) {
    this.commands = commands;
  }

  NodePorts read() {
    var outgoing =
        run("netsh", "int", "ipv4", "show", "dynamicport", "tcp").flatMap(WindowsPorts::dynamic);
    return new NodePorts(
        run("netstat", "-an", "-p", "TCP")
            .map(tcp ->
                listening(
                    tcp
                        + run("netstat", "-an", "-p", "TCPv6").orElse("")
                        + run("netstat", "-an", "-p", "UDP").orElse(""),
                    outgoing.orElse(PortSet.NONE))),
        excluded("tcp").map(tcp -> new Sets(tcp, excluded("udp").orElse(PortSet.NONE))),
        outgoing);
  }

  private Optional<String> run(String... command) {
    return commands.apply(List.of(command));
  }

  private static Sets listening(String sockets, PortSet outgoing) {
    var tcp = new HashSet<Port>();
    var udp = new HashSet<Port>();
    LISTENING
        .matcher(sockets)
        .results()
        .forEach(m -> port(m, 2).ifPresent(p -> (m.group(1).equals("TCP") ? tcp : udp).add(p)));
    // A client's UDP socket looks like a server's, but has a port of that range.
    return new Sets(PortSet.of(tcp), PortSet.of(udp).without(outgoing));
  }

  private Optional<PortSet> excluded(String protocol) {
    return run("netsh", "int", "ipv4", "show", "excludedportrange", "protocol=" + protocol)
        .map(text ->
            EXCLUDED
                .matcher(text)
                .results()
                .flatMap(m -> range(port(m, 1), port(m, 2)).stream())
                .reduce(PortSet.NONE, PortSet::with));
  }

  private static Optional<PortSet> range(Optional<Port> first, Optional<Port> last) {
    return first.isPresent() && last.isPresent() && first.get().compareTo(last.get()) <= 0
        ? Optional.of(PortSet.of(new PortRange(first.get(), last.get())))
        : Optional.empty();
  }

  private static Optional<PortSet> dynamic(String text) {
    var match = DYNAMIC.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(match.group(1));
    int last = first + Integer.parseInt(match.group(2)) - 1;
    return first >= Port.LOWEST && last <= Port.HIGHEST && first <= last
        ? Optional.of(PortSet.of(new PortRange(new Port(first), new Port(last))))
        : Optional.empty();
  }

  private static Optional<Port> port(MatchResult match, int group) {
    int number = Integer.parseInt(match.group(group));
    return number >= Port.LOWEST && number <= Port.HIGHEST
        ? Optional.of(new Port(number))
        : Optional.empty();
  }
}
