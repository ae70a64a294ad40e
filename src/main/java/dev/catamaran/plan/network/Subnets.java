package dev.catamaran.plan.network;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.compose.NetworkDeclaration;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Cidr;
import dev.catamaran.spec.Addressing.Pool;
import dev.catamaran.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether the subnets that a project writes are free. Managers give no subnet to two networks of a
 * swarm; with what a node routes by itself they do not compare it, and tasks there lose the way.
 */
final class Subnets {
  private final Cluster cluster;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final NodeRoutes routes;

  private Subnets(Cluster cluster) {
    this.cluster = cluster;
    this.routes = new NodeRoutes(cluster);
  }

  /** A subnet somebody has. */
  private record Claim(Cidr subnet, String owner) {}

  /** What is wrong with the subnets of the networks that are ours. */
  static List<Finding> check(Cluster cluster, Collection<PlannedNetwork> own) {
    var subnets = new Subnets(cluster);
    subnets.claimed(own.stream().map(n -> n.spec().name()).toList());
    own.forEach(subnets::network);
    return subnets.findings;
  }

  /** The subnets of a network. */
  static List<Cidr> of(NetworkSpec network) {
    return network.addressing().pools().stream()
        .flatMap(p -> p.subnet().stream())
        .flatMap(s -> Cidr.parse(s).stream())
        .toList();
  }

  private void claimed(List<String> own) {
    cluster.networks().stream()
        .filter(n -> n.swarmScope() && !own.contains(n.spec().name()))
        .forEach(n -> of(n.spec()).forEach(s -> claims.add(new Claim(s, owner(n)))));
  }

  private static String owner(LiveNetwork network) {
    return (network.ingress() ? "the routing mesh's network " : "network ") + network.spec().name();
  }

  private void network(PlannedNetwork network) {
    var pools = network.declared().addressing().pools();
    IntStream.range(0, pools.size()).forEach(i -> pool(network.declared(), pools.get(i), i));
  }

  private void pool(NetworkDeclaration network, Pool pool, int index) {
    var path = "ipam.config[" + index + "]";
    var subnet = pool.subnet().flatMap(Cidr::parse);
    if (pool.subnet().isPresent() && subnet.isEmpty()) {
      findings.add(
          error(network, path + ".subnet", "\"" + pool.subnet().get() + "\" is no subnet")
              .tryThis("write it like 10.20.0.0/24"));
    }
    subnet.ifPresent(s -> {
      inside(network, s, pool.gateway(), path + ".gateway");
      inside(network, s, pool.range(), path + ".ip_range");
      free(network, s, path + ".subnet");
    });
  }

  private void inside(NetworkDeclaration network, Cidr subnet, Optional<String> part, String path) {
    part.filter(p -> Cidr.parse(p).filter(subnet::contains).isEmpty())
        .ifPresent(p ->
            findings.add(
                error(network, path, p + " is no part of the subnet " + subnet)
                    .tryThis("choose it within " + subnet)));
  }

  private void free(NetworkDeclaration network, Cidr subnet, String path) {
    var others = claims.stream().filter(c -> c.subnet().overlaps(subnet)).toList();
    if (!others.isEmpty()) {
      var reasons = others.stream().map(c -> c.owner() + " has " + c.subnet()).toList();
      findings.add(
          error(
                  network,
                  path,
                  "the subnet " + subnet + " of network " + network.key() + " is taken")
              .because(reasons)
              .tryThis("subnet: " + another(subnet), "or leave ipam out, and the engine chooses"));
    } else {
      routed(network, subnet, path);
    }
    claims.add(new Claim(subnet, "network " + network.key() + " of the file"));
  }

  private void routed(NetworkDeclaration network, Cidr subnet, String path) {
    var reasons = routes.within(subnet);
    if (!reasons.isEmpty()) {
      findings.add(
          Finding.warning(
                  Code.NETWORK_SUBNET,
                  "the subnet "
                      + subnet
                      + " of network "
                      + network.key()
                      + " hides addresses of nodes")
              .at(network.places().of(path))
              .because(reasons)
              .tryThis("subnet: " + another(subnet), "or leave ipam out, and the engine chooses"));
    }
  }

  private String another(Cidr subnet) {
    return new FreeSubnets(cluster, claims.stream().map(Claim::subnet).toList())
        .first(subnet.ipv4() ? subnet.bits() : FreeSubnets.USUAL_BITS)
        .map(Cidr::toString)
        .orElse("another one");
  }

  private static Finding error(NetworkDeclaration network, String path, String message) {
    return Finding.error(Code.NETWORK_SUBNET, message).at(network.places().of(path));
  }
}
