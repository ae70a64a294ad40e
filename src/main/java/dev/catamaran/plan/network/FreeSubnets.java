package dev.catamaran.plan.network;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.model.Cidr;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Proposes subnets that nothing we know of has: no network, no node. */
public final class FreeSubnets {
  static final int USUAL_BITS = 24;

  /** Engines allot from 10.0.0.0/8 from below, and Docker's bridges begin at 172.17. */
  private static final int FIRST = (10 << 24) | (128 << 16);

  private static final int TRIES = 4096;
  private static final int LARGEST_BLOCK_BITS = 16;

  private final List<Cidr> taken;

  public FreeSubnets(Cluster cluster, List<Cidr> taken) {
    this.taken =
        Stream.of(
                taken.stream(),
                cluster.networks().stream()
                    .filter(LiveNetwork::swarmScope)
                    .flatMap(n -> Subnets.of(n.spec()).stream()),
                new NodeRoutes(cluster).blocks())
            .flatMap(s -> s)
            .toList();
  }

  /** The first free one with that many bits; empty for blocks larger than a /16. */
  public Optional<Cidr> first(int bits) {
    if (bits < LARGEST_BLOCK_BITS || bits > Integer.SIZE) {
      return Optional.empty();
    }
    int step = 1 << (Integer.SIZE - bits);
    int tries = Math.min(TRIES, (128 << 16) / step);
    return IntStream.range(0, tries)
        .mapToObj(i -> new Cidr(address(FIRST + i * step), bits))
        .filter(c -> taken.stream().noneMatch(c::overlaps))
        .findFirst();
  }

  private static InetAddress address(int number) {
    return InetAddress.ofLiteral(
        (number >>> 24)
            + "."
            + ((number >>> 16) & 255)
            + "."
            + ((number >>> 8) & 255)
            + "."
            + (number & 255));
  }
}
