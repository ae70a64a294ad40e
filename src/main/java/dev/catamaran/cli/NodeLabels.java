package dev.catamaran.cli;

import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.orchestrator.swarm.EngineInfo;
import dev.catamaran.spec.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labels by which a plan knows what Swarm itself does not tell of a node. Only the asked engine
 * says its own Windows build; of every other node somebody has to look.
 */
record NodeLabels(Node node, Map<String, String> labels) {
  /** Facts that the user states. */
  record Stated(Optional<OsVersion> build, Optional<Boolean> hyperV, Optional<Boolean> ipvs) {
    boolean nothing() {
      return build.isEmpty() && hyperV.isEmpty() && ipvs.isEmpty();
    }

    /** Why the facts cannot be this node's; empty where they can. */
    Optional<String> misfit(Node node) {
      boolean windows = node.facts().windows();
      if (!windows && (build.isPresent() || hyperV.isPresent())) {
        return Optional.of(node.name() + " runs Linux: --build and --hyperv are facts of Windows");
      }
      return windows && ipvs.isPresent()
          ? Optional.of(node.name() + " runs Windows: --ipvs is a fact of Linux kernels")
          : Optional.empty();
    }
  }

  static NodeLabels stated(Node node, Stated facts) {
    return new NodeLabels(node, labels(facts));
  }

  /** What the asked engine says of its own node; nothing for every other. */
  static NodeLabels told(Node node, EngineInfo info) {
    boolean own = info.nodeId().filter(node.id()::equals).isPresent();
    var build = own ? info.platform().osVersion() : Optional.<OsVersion>empty();
    return new NodeLabels(node, labels(new Stated(build, Optional.empty(), Optional.empty())));
  }

  private static Map<String, String> labels(Stated facts) {
    var labels = new LinkedHashMap<String, String>();
    facts
        .build()
        .ifPresent(v -> {
          labels.put(Labels.OS_BUILD, Integer.toString(v.build()));
          v.revision().ifPresent(r -> labels.put(Labels.OS_REVISION, Integer.toString(r)));
        });
    facts.hyperV().ifPresent(has -> labels.put(Labels.HYPERV, has.toString()));
    facts.ipvs().ifPresent(has -> labels.put(Labels.IPVS, has.toString()));
    return labels;
  }

  /** The labels that the node does not have like this yet. */
  Map<String, String> changes() {
    var changes = new LinkedHashMap<>(labels);
    changes.entrySet().removeIf(e -> e.getValue().equals(node.labels().get(e.getKey())));
    return changes;
  }

  /** What remains unknown of the node, each with the command that tells it there. */
  List<String> missing() {
    var facts = node.facts();
    var missing = new ArrayList<String>();
    if (facts.platform().os() == Os.LINUX) {
      if (facts.ipvs().isEmpty() && !labels.containsKey(Labels.IPVS)) {
        missing.add(unknown("whether its kernel has IPVS", "modinfo ip_vs", "--ipvs true"));
      }
      return missing;
    }
    if (!knowsBuild(facts)) {
      missing.add(
          unknown(
              "its Windows build and revision",
              "docker info --format '{{.OSVersion}} {{.OperatingSystem}}'",
              "--build 20348.2700"));
    }
    if (facts.hyperV().isEmpty() && !labels.containsKey(Labels.HYPERV)) {
      missing.add(
          unknown(
              "whether it has the Hyper-V role",
              "powershell (Get-WindowsFeature Hyper-V).Installed",
              "--hyperv true"));
    }
    return missing;
  }

  private boolean knowsBuild(NodeFacts facts) {
    return labels.containsKey(Labels.OS_REVISION)
        || facts.platform().osVersion().filter(v -> v.revision().isPresent()).isPresent();
  }

  private String unknown(String what, String command, String option) {
    return node.name()
        + ": "
        + what
        + " is not known; on that node run `"
        + command
        + "`, then `catamaran nodes --label "
        + node.name()
        + " "
        + option
        + "`";
  }
}
