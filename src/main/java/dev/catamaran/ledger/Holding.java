package dev.catamaran.ledger;

import dev.catamaran.model.NodeName;
import dev.catamaran.model.Port;
import dev.catamaran.route.RoutingTable.ListenKey;
import java.util.Comparator;
import java.util.Optional;

/**
 * One line of the ledger.
 *
 * @param node empty where it is held on every node
 * @param target the port inside the container, where there is one
 */
public record Holding(ListenKey key, Optional<NodeName> node, Owner owner, Optional<Port> target) {
  /** By port, then node, what holds every node first. */
  static final Comparator<Holding> ORDER =
      Comparator.comparing(Holding::key)
          .thenComparing(h -> h.node().map(NodeName::text).orElse(""))
          .thenComparing(h -> h.owner().kind())
          .thenComparing(h -> h.owner().name());

  /** Whether somebody on that node cannot have it. */
  public boolean on(NodeName other) {
    return node.isEmpty() || node.get().equals(other);
  }

  /** {@code container old on n1}. */
  @Override
  public String toString() {
    return owner + node.map(n -> " on " + n).orElse("");
  }
}
