package dev.catamaran.route;

import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of the label {@link dev.catamaran.spec.Labels#MESH}: the published ports of a service
 * that our mesh carries, {@code 8080:80/tcp,8443:443/tcp}.
 */
public record MeshLabel(List<MeshPort> ports) {
  private static final Pattern ENTRY =
      Pattern.compile("(?<published>\\d{1,5}):(?<target>\\d{1,5})/(?<protocol>[a-z]+)");

  /** Whether our mesh carries that protocol at all. */
  public static boolean carries(Protocol protocol) {
    return switch (protocol) {
      case TCP, UDP -> true;
      case SCTP -> false;
    };
  }

  /**
   * One port.
   *
   * @param published the same on every node
   * @param target inside the container
   */
  public record MeshPort(Port published, Port target, Protocol protocol) {
    @Override
    public String toString() {
      return published + ":" + target + "/" + protocol;
    }
  }

  /** Refuses no ports at all, and one published port twice. */
  public MeshLabel {
    ports = List.copyOf(ports);
    if (ports.isEmpty()) {
      throw new IllegalArgumentException("a mesh label names at least one port");
    }
    var seen = new HashSet<RoutingTable.ListenKey>();
    for (var port : ports) {
      var key = new RoutingTable.ListenKey(port.protocol(), port.published());
      if (!seen.add(key)) {
        throw new IllegalArgumentException("port " + key + " is named twice");
      }
    }
  }

  /** Reads the label; empty where the text is not exactly what {@link #toString} writes. */
  public static Optional<MeshLabel> parse(String text) {
    var ports = new ArrayList<MeshPort>();
    for (var entry : text.split(",", -1)) {
      var match = ENTRY.matcher(entry);
      if (!match.matches()) {
        return Optional.empty();
      }
      var published = port(match.group("published"));
      var target = port(match.group("target"));
      var protocol = Protocol.of(match.group("protocol"));
      if (published.isEmpty() || target.isEmpty() || protocol.isEmpty()) {
        return Optional.empty();
      }
      ports.add(new MeshPort(published.get(), target.get(), protocol.get()));
    }
    try {
      return Optional.of(new MeshLabel(ports));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<Port> port(String digits) {
    int number = Integer.parseInt(digits);
    boolean plain = Integer.toString(number).equals(digits);
    return plain && number >= Port.LOWEST && number <= Port.HIGHEST
        ? Optional.of(new Port(number))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return ports.stream().map(MeshPort::toString).collect(Collectors.joining(","));
  }
}
