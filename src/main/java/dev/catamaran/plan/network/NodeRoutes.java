package dev.catamaran.plan.network;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.model.Cidr;
import dev.catamaran.spec.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What nodes reach by themselves: their own address, the subnets that their agents tell, and what
 * the asked engine gave to its own networks. Where an overlay network has such addresses too, tasks
 * there reach either the one or the other.
 */
final class NodeRoutes {
  private static final int MOST_NAMED = 5;

  private final List<Route> routes;

  /** Addresses that are somewhere else already, and a sentence on it. */
  private record Route(Cidr block, String text) {}

  NodeRoutes(Cluster cluster) {
    this.routes =
        Stream.concat(
                cluster.nodes().stream().flatMap(NodeRoutes::of),
                cluster.networks().stream()
                    .filter(n -> !n.swarmScope())
                    .flatMap(n ->
                        Subnets.of(n.spec()).stream()
                            .map(s ->
                                new Route(
                                    s,
                                    "the asked engine routes "
                                        + s
                                        + " to its network "
                                        + n.spec().name()))))
            .toList();
  }

  private static Stream<Route> of(Node node) {
    return Stream.concat(
        Cidr.parse(node.address()).stream()
            .map(a -> new Route(a, "node " + node.name() + " has the address " + node.address())),
        subnets(node).stream()
            .map(s -> new Route(s, "node " + node.name() + " is in the subnet " + s)));
  }

  /** What the agent on the node found out; words that are no subnets are passed over. */
  static List<Cidr> subnets(Node node) {
    return Arrays.stream(node.labels().getOrDefault(Labels.SUBNETS, "").split(",", -1))
        .flatMap(s -> Cidr.parse(s.strip()).stream())
        .toList();
  }

  /** All that is taken of addresses. */
  Stream<Cidr> blocks() {
    return routes.stream().map(Route::block);
  }

  /** Who has addresses of a subnet, in words. */
  List<String> within(Cidr subnet) {
    var all = routes.stream().filter(r -> r.block().overlaps(subnet)).map(Route::text).toList();
    return IntStream.range(0, Math.min(all.size(), MOST_NAMED + 1))
        .mapToObj(i -> i < MOST_NAMED ? all.get(i) : "and " + (all.size() - i) + " more")
        .collect(Collectors.toList());
  }
}
