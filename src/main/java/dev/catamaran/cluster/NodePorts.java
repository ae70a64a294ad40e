package dev.catamaran.cluster;

import dev.catamaran.model.Port;
import dev.catamaran.model.PortRange;
import dev.catamaran.model.PortSet;
import dev.catamaran.model.Protocol;
import dev.catamaran.spec.Labels;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a node's own ports: what listens there beside Swarm, what its system never gives
 * away, and the range outgoing connections take theirs from. Kept as labels of the node.
 *
 * @param listening empty where nobody reported
 * @param excluded Windows' excluded port ranges, or what the operator says; empty where nobody did
 * @param outgoing empty where nobody reported; {@link #outgoing(boolean)} knows the usual ones
 */
public record NodePorts(
    Optional<Sets> listening, Optional<Sets> excluded, Optional<PortSet> outgoing) {
  public static final NodePorts UNKNOWN =
      new NodePorts(Optional.empty(), Optional.empty(), Optional.empty());

  /** Labels are kept in the cluster's state and sent to every manager: what is longer is cut. */
  private static final int LONGEST = 600;

  private static final String MORE = ",+";

  private static final PortSet USUAL_LINUX =
      PortSet.of(new PortRange(new Port(32_768), new Port(60_999)));
  private static final PortSet USUAL_WINDOWS =
      PortSet.of(new PortRange(new Port(49_152), new Port(65_535)));

  /** Ports by protocol; nobody tells of SCTP. */
  public record Sets(PortSet tcp, PortSet udp) {
    public static final Sets NONE = new Sets(PortSet.NONE, PortSet.NONE);

    public PortSet of(Protocol protocol) {
      return switch (protocol) {
        case TCP -> tcp;
        case UDP -> udp;
        case SCTP -> PortSet.NONE;
      };
    }

    /** Those that are not in the other. */
    public Sets without(Sets others) {
      return new Sets(tcp.without(others.tcp), udp.without(others.udp));
    }
  }

  /** What a node's labels tell; a label nobody can read tells nothing. */
  public static NodePorts read(Map<String, String> labels) {
    return new NodePorts(
        sets(labels, Labels.PORTS_TCP, Labels.PORTS_UDP),
        sets(labels, Labels.PORTS_EXCLUDED_TCP, Labels.PORTS_EXCLUDED_UDP),
        set(labels, Labels.PORTS_OUTGOING).filter(s -> !s.isEmpty()));
  }

  private static Optional<Sets> sets(Map<String, String> labels, String tcp, String udp) {
    var ofTcp = set(labels, tcp);
    var ofUdp = set(labels, udp);
    return ofTcp.isEmpty() && ofUdp.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sets(ofTcp.orElse(PortSet.NONE), ofUdp.orElse(PortSet.NONE)));
  }

  private static Optional<PortSet> set(Map<String, String> labels, String label) {
    return Optional.ofNullable(labels.get(label))
        .map(text -> text.endsWith(MORE) ? text.substring(0, text.length() - MORE.length()) : text)
        .flatMap(PortSet::parse);
  }

  /** As a node keeps them; what nobody knows has no label. */
  public Map<String, String> labels() {
    var labels = new LinkedHashMap<String, String>();
    listening.ifPresent(l -> {
      labels.put(Labels.PORTS_TCP, text(l.tcp()));
      labels.put(Labels.PORTS_UDP, text(l.udp()));
    });
    outgoing.ifPresent(o -> labels.put(Labels.PORTS_OUTGOING, text(o)));
    excluded.ifPresent(e -> {
      labels.put(Labels.PORTS_EXCLUDED_TCP, text(e.tcp()));
      labels.put(Labels.PORTS_EXCLUDED_UDP, text(e.udp()));
    });
    return labels;
  }

  private static String text(PortSet ports) {
    var whole = ports.toString();
    return whole.length() <= LONGEST
        ? whole
        : whole.substring(0, whole.lastIndexOf(',', LONGEST - MORE.length())) + MORE;
  }

  /** The same without listeners that somebody else accounts for. */
  public NodePorts without(Sets explained) {
    return new NodePorts(listening.map(l -> l.without(explained)), excluded, outgoing);
  }

  /** Where outgoing connections take their ports from; both systems have a usual range. */
  public PortSet outgoing(boolean windows) {
    return outgoing.orElse(windows ? USUAL_WINDOWS : USUAL_LINUX);
  }
}
