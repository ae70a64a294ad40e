package dev.catamaran.plan;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.compose.Service;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.Os;
import dev.catamaran.plan.placement.Offer;
import java.util.List;
import java.util.Optional;

/** Says what becomes of {@code network_mode}, which no Swarm service has. */
final class NetworkModes {
  private static final String SOURCE = "docker/cli, cli/compose/types (network_mode is left out)";
  private static final Feature HOST = new Feature("svc.networkMode.host");

  private final Optional<Verdict> hostOnWindows;

  NetworkModes(Cluster cluster, Matrix matrix) {
    this.hostOnWindows =
        cluster.nodes().stream()
            .map(Node::facts)
            .filter(f -> f.windows())
            .findFirst()
            .map(f -> matrix.judge(HOST, f));
  }

  List<Finding> findings(Service service, Offer offer) {
    boolean windows = offer.platforms().stream().allMatch(p -> p.os() == Os.WINDOWS);
    return service.ties().networkMode().stream()
        .map(mode -> finding(mode, windows).of(service.name()))
        .map(f -> f.at(service.places().of("network_mode")))
        .toList();
  }

  private Finding finding(String mode, boolean windows) {
    if (mode.startsWith("service:") || mode.startsWith("container:")) {
      return Finding.error(
              Code.NETWORK_MODE,
              "network_mode " + mode + ": a Swarm service does not share the network of another")
          .because("its tasks would not find the other one on localhost")
          .tryThis("a network that both join, and the other service's name instead of localhost")
          .says(SOURCE);
    }
    return switch (mode) {
      case "none" ->
          Finding.error(
                  Code.NETWORK_MODE,
                  "network_mode none: a Swarm service cannot be cut off from every network")
              .tryThis("remove it, and put the service on a network with internal: true")
              .says(SOURCE);
      case "host" -> host(windows);
      case "bridge", "nat", "default" ->
          Finding.info(
                  Code.NETWORK_MODE,
                  "network_mode "
                      + mode
                      + " is left out: tasks of a Swarm service reach the outside without it")
              .says(SOURCE);
      default ->
          Finding.warning(
                  Code.NETWORK_MODE,
                  "network_mode "
                      + mode
                      + " is left out: a Swarm service is on the networks that"
                      + " networks: names")
              .tryThis("networks:, with overlay networks")
              .says(SOURCE);
    };
  }

  private Finding host(boolean windows) {
    var finding =
        Finding.warning(
            Code.NETWORK_MODE,
            "network_mode host is left out: its tasks get addresses of their own");
    var publish = "mode: host for the ports it publishes, which answer on its nodes then";
    return windows
        ? hostOnWindows
            .map(v -> finding.because(v.reason()).tryThis(publish).says(v.source()))
            .orElse(finding.tryThis(publish))
        : finding
            .tryThis(
                "networks: [node], and below the file's networks: node: {external: true, name: host}",
                publish)
            .says(SOURCE);
  }
}
