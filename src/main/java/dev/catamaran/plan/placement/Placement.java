package dev.catamaran.plan.placement;

import dev.catamaran.model.NodeName;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.spec.Isolation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a service may run.
 *
 * @param resting nodes that only their state keeps away; they may hold the service tomorrow
 * @param refused with every reason of every node
 * @param constraints what Swarm is told; the user's own come first
 * @param platforms what Swarm's platform filter is told
 * @param isolation what Windows tasks need; empty for Linux
 */
public record Placement(
    List<EligibleNode> eligible,
    List<NodeName> resting,
    List<RefusedNode> refused,
    List<Constraining> constraints,
    List<Platform> platforms,
    Optional<Isolation> isolation) {
  public Placement {
    eligible = List.copyOf(eligible);
    resting = List.copyOf(resting);
    refused = List.copyOf(refused);
    constraints = List.copyOf(constraints);
    platforms = List.copyOf(platforms);
  }

  /** A node that may hold the service, and which of the image's platforms it would run. */
  public record EligibleNode(NodeName name, Platform platform) {}

  /** A node that may not. */
  public record RefusedNode(NodeName name, List<String> reasons) {
    public RefusedNode {
      reasons = List.copyOf(reasons);
    }
  }

  /** A constraint and why it is there. */
  public record Constraining(String constraint, String reason) {}

  /** Now, or once its state has changed: what is decided must not hang on a node being drained. */
  public boolean mayHold(NodeName node) {
    return admits(node) || resting.contains(node);
  }

  public boolean admits(NodeName node) {
    return eligible.stream().anyMatch(e -> e.name().equals(node));
  }

  public Set<Os> systems() {
    return eligible.stream().map(e -> e.platform().os()).collect(Collectors.toSet());
  }
}
