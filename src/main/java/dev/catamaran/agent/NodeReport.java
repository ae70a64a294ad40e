package dev.catamaran.agent;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.NodePorts;
import dev.catamaran.json.Json;
import dev.catamaran.ledger.Explained;
import dev.catamaran.model.Cidr;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.orchestrator.swarm.EngineInfo;
import dev.catamaran.spec.Labels;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an agent found out about its own node; becomes the node's labels. Keys are ours alone: a
 * node cannot name a label, so it cannot draw tasks to itself by labels that operators set.
 *
 * @param windows the Windows version; empty on Linux
 * @param ipvs empty where it means nothing or could not be found out
 * @param hyperV empty where it means nothing or could not be found out
 * @param subnets of the node's own interfaces, at most {@value NodeNetworks#MOST}; empty where
 *     nobody told
 * @param ports what listens here beside the agent itself
 * @param agent the agent's version
 */
record NodeReport(
    Optional<OsVersion> windows,
    Optional<Boolean> ipvs,
    Optional<Boolean> hyperV,
    List<Cidr> subnets,
    NodePorts ports,
    String agent) {
  NodeReport {
    subnets = List.copyOf(subnets);
    if (subnets.size() > NodeNetworks.MOST) {
      throw new IllegalArgumentException("a node reports no " + subnets.size() + " subnets");
    }
    if (!agent.matches("[A-Za-z0-9.+_-]{1,64}")) {
      throw new IllegalArgumentException("\"" + agent + "\" is no version of an agent");
    }
  }

  /** Of a node whose ports nobody looked at. */
  NodeReport(
      Optional<OsVersion> windows,
      Optional<Boolean> ipvs,
      Optional<Boolean> hyperV,
      List<Cidr> subnets,
      String agent) {
    this(windows, ipvs, hyperV, subnets, NodePorts.UNKNOWN, agent);
  }

  NodeReport withPorts(NodePorts known) {
    return new NodeReport(windows, ipvs, hyperV, subnets, known, agent);
  }

  /** The same without what the cluster accounts for: only the rest is worth a label. */
  NodeReport explained(String nodeId, Cluster cluster) {
    return withPorts(new Explained(cluster).without(nodeId, ports));
  }

  /** What this node can be asked right now. */
  static NodeReport of(EngineInfo info, String agent) {
    var windows = info.platform().osVersion();
    return info.platform().os() == Os.LINUX
        ? new NodeReport(
            windows,
            new KernelFacts(Path.of("/")).ipvs(),
            Optional.empty(),
            NodeNetworks.subnets(),
            agent)
        : new NodeReport(windows, Optional.empty(), Optional.empty(), List.of(), agent);
  }

  Map<String, String> labels() {
    var labels = new LinkedHashMap<String, String>();
    windows.ifPresent(version -> {
      labels.put(Labels.OS_BUILD, Integer.toString(version.build()));
      version.revision().ifPresent(r -> labels.put(Labels.OS_REVISION, Integer.toString(r)));
    });
    ipvs.ifPresent(there -> labels.put(Labels.IPVS, there.toString()));
    hyperV.ifPresent(there -> labels.put(Labels.HYPERV, there.toString()));
    if (!subnets.isEmpty()) {
      labels.put(
          Labels.SUBNETS, subnets.stream().map(Cidr::toString).collect(Collectors.joining(",")));
    }
    labels.putAll(ports.labels());
    labels.put(Labels.AGENT, agent);
    return labels;
  }

  Json json() {
    return Json.object()
        .withOptional("windows", windows.map(v -> new Json.Text(v.toString())))
        .withOptional("ipvs", ipvs.map(Json.Bool::new))
        .withOptional("hyperV", hyperV.map(Json.Bool::new))
        .with(
            "subnets", Json.array(subnets.stream().map(s -> new Json.Text(s.toString())).toList()))
        .with("ports", Json.texts(ports.labels()))
        .with("agent", agent);
  }

  /** Empty for anything {@link #json} does not write; members of newer agents are passed over. */
  static Optional<NodeReport> read(Json json) {
    var windows = json.get("windows").text().flatMap(OsVersion::parse);
    var words = json.get("subnets").items();
    var subnets = words.stream().flatMap(s -> s.text().flatMap(Cidr::parse).stream()).toList();
    boolean broken =
        subnets.size() < words.size()
            || (windows.isEmpty() && !json.get("windows").isNull())
            || !(json.get("ipvs") instanceof Json.Bool || json.get("ipvs").isNull())
            || !(json.get("hyperV") instanceof Json.Bool || json.get("hyperV").isNull());
    if (broken) {
      return Optional.empty();
    }
    try {
      return json.get("agent")
          .text()
          .map(agent ->
              new NodeReport(windows, flag(json, "ipvs"), flag(json, "hyperV"), subnets, agent)
                  .withPorts(NodePorts.read(json.get("ports").textMembers())));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> flag(Json json, String key) {
    return json.get(key) instanceof Json.Bool(var value) ? Optional.of(value) : Optional.empty();
  }
}
