package dev.catamaran.agent;

import dev.catamaran.cluster.NodePorts;
import dev.catamaran.mesh.ListenerState;
import dev.catamaran.model.Os;
import dev.catamaran.model.Port;
import dev.catamaran.model.PortSet;
import dev.catamaran.orchestrator.swarm.EngineInfo;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What every duty of one agent works with.
 *
 * @param ports what this node's own system tells of its ports
 * @param epoch names this run of the agent
 */
record Station(
    LocalEngine engine,
    Course course,
    Journal journal,
    AgentSettings settings,
    Function<Os, NodePorts> ports,
    String epoch) {

  /** What this node can be asked right now; what the agent itself listens on does not count. */
  NodeReport report(EngineInfo info) {
    var own = new HashSet<Port>();
    Stream.of(settings.routes(), settings.status())
        .map(InetSocketAddress::getPort)
        .filter(p -> p > 0)
        .forEach(p -> own.add(new Port(p)));
    course.listeners().stream()
        .filter(l -> !(l instanceof ListenerState.BindFailed))
        .forEach(l -> own.add(l.key().port()));
    var others =
        ports
            .apply(info.platform().os())
            .without(new NodePorts.Sets(PortSet.of(own), PortSet.NONE));
    return NodeReport.of(info, settings.version()).withPorts(others);
  }
}
