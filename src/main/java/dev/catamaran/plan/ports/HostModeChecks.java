package dev.catamaran.plan.ports;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.compose.Service;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Verdict;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.spec.Deployment.Mode;
import java.util.List;

/** What can go wrong where a task's port is published on its own node. */
final class HostModeChecks {
  private final Cluster cluster;
  private final Matrix matrix;

  HostModeChecks(Cluster cluster, Matrix matrix) {
    this.cluster = cluster;
    this.matrix = matrix;
  }

  void check(Service service, Placement placement, PortGrant grant, List<Finding> findings) {
    switch (grant.reach()) {
      case ENGINE_MESH -> {}
      case CATAMARAN_MESH ->
          publishing(Feature.NET_PUBLISH_HOST_DYNAMIC, service, placement, grant, findings);
      case TASK_NODES -> {
        var feature =
            grant.published().isPresent()
                ? Feature.NET_PUBLISH_HOST_FIXED
                : Feature.NET_PUBLISH_HOST_DYNAMIC;
        publishing(feature, service, placement, grant, findings);
        replicas(service, placement, grant, findings);
      }
    }
  }

  private void publishing(
      Feature feature,
      Service service,
      Placement placement,
      PortGrant grant,
      List<Finding> findings) {
    for (var node : cluster.nodes()) {
      if (!placement.admits(node.name())) {
        continue;
      }
      switch (matrix.judge(feature, node.facts())) {
        case Verdict.Yes _ -> {}
        case Verdict.With(var workaround, var source) ->
            findings.add(
                about(Finding.warning(Code.PUBLISH_IMPOSSIBLE, workaround), service, node, grant)
                    .says(source));
        case Verdict.No(var reason, var wayOut, var source) ->
            findings.add(
                about(Finding.error(Code.PUBLISH_IMPOSSIBLE, reason), service, node, grant)
                    .because(grant.reason())
                    .tryThis(wayOut)
                    .says(source));
        case Verdict.Unknown(var fact, var howToLearn, var source) ->
            findings.add(
                about(
                        Finding.warning(
                            Code.FACT_UNKNOWN,
                            "whether "
                                + node.name()
                                + " can publish port "
                                + grant.target()
                                + " hangs on "
                                + fact
                                + ", which is not known"),
                        service,
                        node,
                        grant)
                    .tryThis(howToLearn)
                    .says(source));
      }
    }
  }

  private static Finding about(Finding finding, Service service, Node node, PortGrant grant) {
    return finding.at(grant.where()).of(service.name()).on(node.name());
  }

  private static void replicas(
      Service service, Placement placement, PortGrant grant, List<Finding> findings) {
    int nodes = placement.eligible().size();
    if (grant.published().isPresent()
        && nodes > 0
        && service.deploy().deployment().mode() instanceof Mode.Replicated(var replicas)
        && replicas > nodes) {
      findings.add(
          Finding.error(
                  Code.PORT_REPLICAS,
                  replicas
                      + " tasks want host port "
                      + grant.published().get()
                      + ", and only "
                      + nodes
                      + (nodes == 1 ? " node" : " nodes")
                      + " may hold them, one each")
              .at(grant.where())
              .of(service.name())
              .tryThis(
                  "mode: ingress, and Catamaran finds a way to publish it",
                  "deploy.replicas: " + nodes));
    }
  }
}
