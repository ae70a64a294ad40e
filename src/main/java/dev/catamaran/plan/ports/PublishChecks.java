package dev.catamaran.plan.ports;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Some;
import dev.catamaran.finding.Verdict;
import dev.catamaran.ledger.Reserved;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RoutingTable.ListenKey;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the nodes have to say on the way a port is published; nodes of equal facts speak once. */
final class PublishChecks {
  private static final Feature SCTP = new Feature("net.publish.sctp");

  private final NodeIndex nodes;
  private final Matrix matrix;
  private final Map<Feature, Map<NodeFacts, Verdict>> judged = new HashMap<>();

  PublishChecks(NodeIndex nodes, Matrix matrix) {
    this.nodes = nodes;
    this.matrix = matrix;
  }

  void check(Wish wish, PortGrant grant, List<Finding> findings) {
    var features = Stream.concat(way(grant).stream(), protocol(grant).stream()).toList();
    if (!features.isEmpty()) {
      nodes
          .kinds(wish.eligible())
          .forEach((facts, alike) ->
              features.forEach(
                  f -> verdict(judge(f, facts), alike, wish, grant).ifPresent(findings::add)));
    }
    grant
        .published()
        .ifPresent(port -> {
          operators(wish, port).ifPresent(findings::add);
          outgoing(wish, port).ifPresent(findings::add);
        });
  }

  private Verdict judge(Feature feature, NodeFacts facts) {
    return judged
        .computeIfAbsent(feature, _ -> new HashMap<>())
        .computeIfAbsent(facts, f -> matrix.judge(feature, f));
  }

  private static Optional<Feature> way(PortGrant grant) {
    return switch (grant.reach()) {
      case ENGINE_MESH -> Optional.empty();
      case CATAMARAN_MESH -> Optional.of(Feature.NET_PUBLISH_HOST_DYNAMIC);
      case TASK_NODES ->
          Optional.of(
              grant.published().isPresent()
                  ? Feature.NET_PUBLISH_HOST_FIXED
                  : Feature.NET_PUBLISH_HOST_DYNAMIC);
    };
  }

  private static Optional<Feature> protocol(PortGrant grant) {
    return grant.protocol() == Protocol.SCTP ? Optional.of(SCTP) : Optional.empty();
  }

  private static Optional<Finding> verdict(
      Verdict verdict, Alike alike, Wish wish, PortGrant grant) {
    var finding =
        switch (verdict) {
          case Verdict.Yes _ -> Optional.<Finding>empty();
          case Verdict.With(var workaround, var _) ->
              Optional.of(Finding.warning(Code.PUBLISH_IMPOSSIBLE, workaround));
          case Verdict.No(var reason, var wayOut, var _) ->
              Optional.of(
                  Finding.error(Code.PUBLISH_IMPOSSIBLE, reason)
                      .because(grant.reason())
                      .tryThis(wayOut));
          case Verdict.Unknown(var fact, var howToLearn, var _) ->
              Optional.of(
                  Finding.warning(
                          Code.FACT_UNKNOWN,
                          "whether "
                              + alike.first().name()
                              + " can publish port "
                              + grant.target()
                              + " hangs on "
                              + fact
                              + ", which is not known")
                      .tryThis(howToLearn));
        };
    return finding
        .map(f -> alike.members().cardinality() == 1 ? f : f.because(also(f, alike)))
        .map(f -> wish.about(f).on(alike.first().name()).says(verdict.source()));
  }

  private static List<String> also(Finding finding, Alike alike) {
    var others = alike.names().stream().skip(1).toList();
    return Stream.concat(finding.reasons().stream(), Stream.of("the same on " + Some.of(others)))
        .toList();
  }

  private BitSet concerned(Wish wish) {
    return wish.everywhere() ? nodes.all() : wish.eligible();
  }

  /** The ways by which Windows is administered are lost where a service takes their port. */
  private Optional<Finding> operators(Wish wish, Port port) {
    return Reserved.onWindows(new ListenKey(wish.protocol(), port))
        .flatMap(use ->
            nodes.windows(concerned(wish)).map(windows -> lockedOut(wish, port, use, windows)));
  }

  private static Finding lockedOut(Wish wish, Port port, String use, Alike windows) {
    return wish.about(
            Finding.warning(
                Code.PORT_PROTECTED,
                "port "
                    + wish.key(port)
                    + " is that of "
                    + use
                    + ": where it is in use, operators are locked out of "
                    + Some.of(windows.names())))
        .on(windows.first().name())
        .tryThis("publish another port");
  }

  /** A connection that goes out may have the port just when it is to be bound. */
  private Optional<Finding> outgoing(Wish wish, Port port) {
    return wish.candidates().isEmpty()
        ? nodes.outgoing(port, concerned(wish)).map(there -> lent(wish, port, there))
        : Optional.empty();
  }

  private static Finding lent(Wish wish, Port port, Alike there) {
    var node = there.first();
    var lowest = node.ports().outgoing(node.facts().windows()).ranges().getFirst().first();
    return wish.about(
            Finding.info(
                Code.PORT_RESERVED,
                "port "
                    + port
                    + " is one that outgoing connections may have on "
                    + Some.of(there.names())
                    + ", and then it cannot be published for a while"))
        .on(node.name())
        .tryThis("publish a port below " + lowest, kept(wish, port, node.facts().windows()));
  }

  private static String kept(Wish wish, Port port, boolean windows) {
    return windows
        ? "netsh int ipv4 add excludedportrange protocol="
            + wish.protocol()
            + " startport="
            + port
            + " numberofports=1"
        : "add " + port + " to the sysctl net.ipv4.ip_local_reserved_ports of those nodes";
  }
}
