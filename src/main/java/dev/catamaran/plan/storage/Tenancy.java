package dev.catamaran.plan.storage;

import dev.catamaran.compose.Service;
import dev.catamaran.finding.Some;
import dev.catamaran.model.NodeName;
import dev.catamaran.spec.Isolation;
import java.util.List;
import java.util.Optional;

/**
 * A service on its nodes.
 *
 * @param windows whether they run Windows
 * @param isolation of its Windows tasks
 */
public record Tenancy(
    Service service, List<NodeName> nodes, boolean windows, Optional<Isolation> isolation) {
  private static final int MOST_NAMED = 5;

  public Tenancy {
    nodes = List.copyOf(nodes);
  }

  /** {@code w1, w2 and 7 more}. */
  String names() {
    return Some.of(nodes, MOST_NAMED);
  }
}
