package dev.catamaran.plan.ports;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Counted;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Some;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.Port;
import dev.catamaran.plan.ports.PortGrant.Reach;
import dev.catamaran.plan.ports.Seats.Claim;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.UpdatePolicy;
import java.util.List;
import java.util.Optional;

/** What can go wrong where tasks publish a fixed port of their own nodes: one task a node. */
final class HostModeChecks {
  private static final String START_FIRST = "start-first";

  private final PortBook book;
  private final Verdict keptApart;

  /**
   * @param keptApart whether Swarm's scheduler keeps such tasks apart
   */
  HostModeChecks(PortBook book, Verdict keptApart) {
    this.book = book;
    this.keptApart = keptApart;
  }

  void check(Wish wish, PortGrant grant, List<Finding> findings) {
    if (grant.reach() != Reach.TASK_NODES || grant.published().isEmpty()) {
      return;
    }
    var port = grant.published().get();
    int nodes = wish.asking().placement().nodes().count();
    int tasks = wish.tasks(nodes);
    replicas(wish, port, tasks, nodes).ifPresent(findings::add);
    unheeded(wish, port, tasks).ifPresent(findings::add);
    shared(wish, port).ifPresent(findings::add);
    unseen(wish, port).ifPresent(findings::add);
    var policies = wish.service().deploy().deployment().policies();
    updates(wish, port, "update_config", policies.update()).ifPresent(findings::add);
    updates(wish, port, "rollback_config", policies.rollback()).ifPresent(findings::add);
  }

  private static Optional<Finding> replicas(Wish wish, Port port, int tasks, int nodes) {
    return tasks <= nodes
        ? Optional.empty()
        : Optional.of(
            wish.error(
                    Code.PORT_REPLICAS,
                    tasks
                        + " tasks want host port "
                        + port
                        + ", and only "
                        + Counted.nodes(nodes)
                        + " may hold them, one each")
                .tryThis(
                    "mode: ingress, and Catamaran finds a way to publish it",
                    "deploy.replicas: " + nodes));
  }

  /** Old managers start two such tasks on one node, and the second fails. */
  private Optional<Finding> unheeded(Wish wish, Port port, int tasks) {
    return keptApart instanceof Verdict.No(var reason, var wayOut, var source)
            && tasks > 1
            && wish.service().deploy().deployment().mode() instanceof Mode.Replicated
        ? Optional.of(
            wish.about(
                    Finding.warning(
                        Code.PORT_REPLICAS,
                        Counted.tasks(tasks)
                            + " want host port "
                            + port
                            + ", and nothing keeps them on different nodes"))
                .because(reason)
                .tryThis("deploy.mode: global", wayOut)
                .says(source))
        : Optional.empty();
  }

  private Optional<Finding> shared(Wish wish, Port port) {
    var others = book.sharing(wish, port).stream().map(Claim::wish).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            wish.about(
                    Finding.warning(
                        Code.PORT_TAKEN,
                        "host port "
                            + wish.key(port)
                            + " is wanted on the same nodes by "
                            + Some.of(others)))
                .because(
                    "there are nodes enough today, and Swarm keeps the tasks apart; one node"
                        + " less may be one too few")
                .tryThis("constraints that keep their tasks on different nodes"));
  }

  private Optional<Finding> unseen(Wish wish, Port port) {
    var holdings = book.unseen(wish, port);
    return holdings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            wish.about(
                    Finding.warning(
                        Code.PORT_TAKEN,
                        "host port " + wish.key(port) + " is held by " + Some.of(holdings)))
                .on(holdings.getFirst().node().orElseThrow())
                .because(
                    "Swarm does not know, and a task that it starts there fails until another"
                        + " node gets it")
                .tryThis(
                    "deploy.placement.constraints: [node.hostname != "
                        + holdings.getFirst().node().orElseThrow()
                        + "]"));
  }

  private static Optional<Finding> updates(
      Wish wish, Port port, String key, Optional<UpdatePolicy> policy) {
    int nodes = wish.asking().placement().nodes().count();
    int tasks = wish.tasks(nodes);
    boolean stuck =
        policy.flatMap(UpdatePolicy::order).filter(START_FIRST::equals).isPresent()
            && tasks > 0
            && tasks >= nodes;
    return stuck
        ? Optional.of(
            wish.about(
                    Finding.warning(
                        Code.PORT_UPDATE,
                        "an update cannot start a new task first: host port "
                            + port
                            + " is held on "
                            + (nodes == 1 ? "the one node" : "all " + nodes + " nodes")
                            + " that may hold it"))
                .at(wish.service().places().of("deploy." + key + ".order"))
                .tryThis(
                    "deploy." + key + ".order: stop-first",
                    "mode: ingress, and Catamaran finds a way to publish it"))
        : Optional.empty();
  }
}
