package dev.catamaran.lab;

import dev.catamaran.cluster.Node;
import dev.catamaran.json.Json;
import dev.catamaran.model.Os;
import dev.catamaran.simulate.Event;
import dev.catamaran.simulate.SimNode;
import dev.catamaran.simulate.Simulation;
import dev.catamaran.simulate.World;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.NetworkSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first world of a lab: nodes and networks as its file says. */
record Founding(LabFile file, Simulation simulation, Loopback loopback) {
  private static final String LAB_AGENT = "lab";

  World world(Instant now) {
    var world = World.empty(file.name().hashCode() * 31L + now.toEpochMilli(), now);
    int n = 0;
    for (var member : file.members()) {
      n++;
      var address = loopback.node(n).getHostAddress();
      world =
          world.withNode(meta ->
              new SimNode(
                  meta,
                  member.name(),
                  member.role(),
                  member.availability(),
                  Node.State.READY,
                  member.facts(),
                  new SimNode.Machine(
                      member.hardware().system(),
                      address,
                      member.hardware().architecture(),
                      member.hardware().description()),
                  labels(member)));
    }
    for (var network : file.networks()) {
      world = simulation.apply(world, new Event.CreateNetwork(body(network))).world();
    }
    return world;
  }

  /** As if an agent on the node had reported its facts. */
  private static Map<String, String> labels(LabFile.Member member) {
    var labels = new LinkedHashMap<>(member.labels());
    labels.put(Labels.SIMULATED, "true");
    if (!member.agent()) {
      return labels;
    }
    labels.put(Labels.AGENT, LAB_AGENT);
    var facts = member.facts();
    if (facts.platform().os() == Os.WINDOWS) {
      var version = facts.platform().osVersion().orElseThrow();
      labels.put(Labels.OS_BUILD, Integer.toString(version.build()));
      version.revision().ifPresent(r -> labels.put(Labels.OS_REVISION, Integer.toString(r)));
    }
    facts.ipvs().ifPresent(has -> labels.put(Labels.IPVS, Boolean.toString(has)));
    facts.hyperV().ifPresent(has -> labels.put(Labels.HYPERV, Boolean.toString(has)));
    return labels;
  }

  private static Json.Obj body(NetworkSpec network) {
    return Json.object()
        .with("Name", network.name())
        .with("Driver", network.driver())
        .with("Scope", network.driver().equals("overlay") ? "swarm" : "local")
        .with("Attachable", network.attachable())
        .with("Internal", network.internal())
        .with("IPAM", Json.object().with("Config", Json.array(pools(network))))
        .with("Options", Json.texts(network.options()))
        .with("Labels", Json.texts(network.labels()));
  }

  private static List<Json.Obj> pools(NetworkSpec network) {
    return network.addressing().pools().stream()
        .flatMap(p -> p.subnet().stream())
        .map(s -> Json.object().with("Subnet", s))
        .toList();
  }
}
