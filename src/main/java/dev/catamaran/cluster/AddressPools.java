package dev.catamaran.cluster;

import dev.catamaran.model.Cidr;
import java.util.List;

/**
 * What a swarm takes the subnets of overlay networks from. It is chosen when the swarm is made, and
 * never changes.
 *
 * @param blocks in the order in which they are used up; at least one
 * @param bits of a subnet: 24 for a /24
 */
public record AddressPools(List<Cidr> blocks, int bits) {
  public AddressPools {
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty() || bits < 1 || bits > Integer.SIZE) {
      throw new IllegalArgumentException("no address pools: " + blocks + " in /" + bits);
    }
  }
}
