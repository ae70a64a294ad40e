package dev.catamaran.scheduling;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Swarm's scheduler asks of a node, in its order; the first that fails counts (swarmkit,
 * manager/scheduler/pipeline.go and filter.go).
 */
public enum Filter {
  READY("not available for new tasks"),
  RESOURCE("insufficient resources"),
  PLUGIN("missing plugin"),
  CONSTRAINT("scheduling constraints not satisfied"),
  PLATFORM("unsupported platform"),
  HOST_PORT("host-mode port already in use"),
  MAX_REPLICAS("max replicas per node limit exceed");

  private final String text;

  Filter(String text) {
    this.text = text;
  }

  /** Swarm's words for a number of nodes that it refused. */
  public String explain(int nodes) {
    var counted = nodes == 1 ? "1 node" : nodes + " nodes";
    return switch (this) {
      case READY -> counted + " " + text;
      case MAX_REPLICAS -> text;
      case RESOURCE, PLUGIN, CONSTRAINT, PLATFORM, HOST_PORT -> text + " on " + counted;
    };
  }

  /** From the filter that refused most nodes to the one that refused fewest. */
  public static String explain(Map<Filter, Integer> refused) {
    return refused.entrySet().stream()
        .sorted(
            Map.Entry.<Filter, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(e -> e.getKey().explain(e.getValue()))
        .collect(Collectors.joining("; "));
  }

  /** What Swarm writes on a task for which these numbers of nodes were refused. */
  public static String noSuitableNode(Map<Filter, Integer> refused) {
    var why = explain(refused);
    return why.isEmpty() ? "no suitable node" : "no suitable node (" + why + ")";
  }
}
