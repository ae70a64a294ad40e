package dev.catamaran.plan.ports;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Verdict;
import dev.catamaran.ledger.Reserved;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RoutingTable.ListenKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the nodes have to say on the way a port is published; nodes of equal facts speak once. */
final class PublishChecks {
  private static final Feature SCTP = new Feature("net.publish.sctp");

  private final NodeIndex nodes;
  private final Matrix matrix;

  PublishChecks(NodeIndex nodes, Matrix matrix) {
    this.nodes = nodes;
    this.matrix = matrix;
  }

  void check(Wish wish, PortGrant grant, List<Finding> findings) {
    var features = Stream.concat(way(grant).stream(), protocol(grant).stream()).toList();
    if (!features.isEmpty()) {
      nodes
          .kinds(wish.asking().placement())
          .forEach((facts, alike) ->
              features.forEach(f ->
                  verdict(matrix.judge(f, facts), alike, wish, grant).ifPresent(findings::add)));
    }
    grant
        .published()
        .ifPresent(port -> {
          operators(wish, port).ifPresent(findings::add);
          outgoing(wish, port).ifPresent(findings::add);
        });
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
      Verdict verdict, List<Node> alike, Wish wish, PortGrant grant) {
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
                              + alike.getFirst().name()
                              + " can publish port "
                              + grant.target()
                              + " hangs on "
                              + fact
                              + ", which is not known")
                      .tryThis(howToLearn));
        };
    return finding
        .map(f -> alike.size() == 1 ? f : f.because(also(f, alike)))
        .map(f -> wish.about(f).on(alike.getFirst().name()).says(verdict.source()));
  }

  private static List<String> also(Finding finding, List<Node> alike) {
    var others = alike.stream().skip(1).map(Node::name).toList();
    return Stream.concat(finding.reasons().stream(), Stream.of("the same on " + Some.of(others)))
        .toList();
  }

  private List<Node> concerned(Wish wish) {
    var kinds = wish.everywhere() ? nodes.kinds() : nodes.kinds(wish.asking().placement());
    return kinds.values().stream().flatMap(List::stream).toList();
  }

  /** The ways by which Windows is administered are lost where a service takes their port. */
  private Optional<Finding> operators(Wish wish, Port port) {
    var use = Reserved.onWindows(new ListenKey(wish.protocol(), port));
    var windows =
        use.isEmpty()
            ? List.<Node>of()
            : concerned(wish).stream().filter(n -> n.facts().windows()).toList();
    return windows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            wish.about(
                    Finding.warning(
                        Code.PORT_PROTECTED,
                        "port "
                            + wish.key(port)
                            + " is that of "
                            + use.get()
                            + ": where it is in use, operators are locked out of "
                            + Some.of(windows.stream().map(Node::name).toList())))
                .on(windows.getFirst().name())
                .tryThis("publish another port"));
  }

  /** A connection that goes out may have the port just when it is to be bound. */
  private Optional<Finding> outgoing(Wish wish, Port port) {
    boolean asked = wish.candidates().isEmpty();
    var there =
        asked
            ? concerned(wish).stream()
                .filter(n -> n.ports().outgoing(n.facts().windows()).contains(port))
                .toList()
            : List.<Node>of();
    return there.isEmpty()
        ? Optional.empty()
        : Optional.of(
            wish.about(
                    Finding.info(
                        Code.PORT_RESERVED,
                        "port "
                            + port
                            + " is one that outgoing connections may have on "
                            + Some.of(there.stream().map(Node::name).toList())
                            + ", and then it cannot be published for a while"))
                .on(there.getFirst().name())
                .tryThis(
                    "publish a port below "
                        + there
                            .getFirst()
                            .ports()
                            .outgoing(there.getFirst().facts().windows())
                            .ranges()
                            .getFirst()
                            .first(),
                    there.getFirst().facts().windows()
                        ? "netsh int ipv4 add excludedportrange protocol="
                            + wish.protocol()
                            + " startport="
                            + port
                            + " numberofports=1"
                        : "sysctl net.ipv4.ip_local_reserved_ports=" + port + ", on those nodes"));
  }
}
