package dev.catamaran.plan.network;

import dev.catamaran.cluster.AddressPools;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Cidr;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the swarm's address pools have for networks that write no subnet. Managers take the next
 * free one, and compare it with their networks only, not with what nodes route by themselves.
 */
final class PoolRoom {
  /** Of larger blocks only the beginning is looked at; no cluster has so many networks. */
  private static final int MOST_SUBNETS = 1 << 16;

  private static final String SOURCE =
      "Docker, docker swarm init (--default-addr-pool); moby, libnetwork ipam";

  private final Cluster cluster;
  private final AddressPools pools;
  private final Set<Cidr> exact;
  private final List<Cidr> odd;
  private final List<Finding> findings = new ArrayList<>();

  private PoolRoom(Cluster cluster, AddressPools pools, Collection<PlannedNetwork> own) {
    this.cluster = cluster;
    this.pools = pools;
    var taken =
        Stream.concat(
                cluster.networks().stream().filter(LiveNetwork::swarmScope).map(LiveNetwork::spec),
                own.stream().map(PlannedNetwork::spec))
            .flatMap(n -> Subnets.of(n).stream())
            .toList();
    this.exact = new HashSet<>(taken);
    this.odd = taken.stream().filter(t -> t.bits() != pools.bits()).toList();
  }

  /** What is wrong with what the networks that are ours will get; nothing for unknown pools. */
  static List<Finding> check(Cluster cluster, Collection<PlannedNetwork> own) {
    var needing = own.stream().filter(n -> needs(n, cluster)).toList();
    if (needing.isEmpty() || cluster.pools().isEmpty()) {
      return List.of();
    }
    var room = new PoolRoom(cluster, cluster.pools().get(), own);
    room.check(needing);
    return room.findings;
  }

  private static boolean needs(PlannedNetwork network, Cluster cluster) {
    return network.spec().driver().equals(NetworkPlanner.OVERLAY)
        && Subnets.of(network.spec()).isEmpty()
        && cluster.network(network.spec().name()).isEmpty();
  }

  private void check(List<PlannedNetwork> needing) {
    var free =
        pools.blocks().stream()
            .filter(Cidr::ipv4)
            .flatMap(this::subnets)
            .filter(this::free)
            .limit(needing.size())
            .toList();
    var routes = new NodeRoutes(cluster);
    for (int i = 0; i < free.size(); i++) {
      var reasons = routes.within(free.get(i));
      if (!reasons.isEmpty()) {
        findings.add(hidden(needing.get(i), free.get(i), reasons));
      }
    }
    if (free.size() < needing.size()) {
      findings.add(exhausted(needing, free.size()));
    }
  }

  private Stream<Cidr> subnets(Cidr block) {
    int bits = Math.max(pools.bits(), block.bits());
    int step = 1 << (Integer.SIZE - bits);
    long there = block.addresses() / step;
    return IntStream.range(0, (int) Math.min(MOST_SUBNETS, there))
        .mapToObj(i -> new Cidr(InetAddress.ofLiteral(block.address(i * step)), bits));
  }

  private boolean free(Cidr subnet) {
    return !exact.contains(subnet) && odd.stream().noneMatch(subnet::overlaps);
  }

  private Finding exhausted(List<PlannedNetwork> needing, int free) {
    var blocks = pools.blocks().stream().map(Cidr::toString).toList();
    return Finding.error(
            Code.NETWORK_FULL,
            "the swarm has addresses for "
                + (free == 0 ? "no more network" : free + " more")
                + ", and the file wants "
                + needing.size()
                + " without a subnet")
        .at(needing.get(free).declared().where())
        .because(
            "its address pools are "
                + String.join(", ", blocks)
                + " in subnets of /"
                + pools.bits()
                + ", chosen when the swarm was made")
        .tryThis(proposal(), "docker network rm, for networks that nobody needs")
        .says(SOURCE);
  }

  private Finding hidden(PlannedNetwork network, Cidr subnet, List<String> reasons) {
    return Finding.warning(
            Code.NETWORK_SUBNET,
            "network "
                + network.declared().key()
                + " may get the subnet "
                + subnet
                + ", which hides addresses of nodes")
        .at(network.declared().where())
        .because(reasons)
        .tryThis(proposal())
        .says(SOURCE);
  }

  private String proposal() {
    Optional<Cidr> subnet = new FreeSubnets(cluster, odd).first(FreeSubnets.USUAL_BITS);
    return "ipam: {config: [{subnet: "
        + subnet.map(Cidr::toString).orElse("one that is free")
        + "}]} of the network";
  }
}
