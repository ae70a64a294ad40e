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
 * @param nodes how each node stands to it
 * @param constraints what Swarm is told; the user's own come first
 * @param platforms what Swarm's platform filter is told
 * @param isolation what Windows tasks need; empty for Linux
 * @param written the isolation that Swarm is told: empty where the nodes do so anyway
 * @param shares how Swarm would spread the tasks; empty without a preference
 */
public record Placement(
    Standing nodes,
    List<Constraining> constraints,
    List<Platform> platforms,
    Optional<Isolation> isolation,
    Optional<Isolation> written,
    List<Share> shares) {
  public Placement {
    constraints = List.copyOf(constraints);
    platforms = List.copyOf(platforms);
    shares = List.copyOf(shares);
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

  /**
   * What one value of a preference's labels gets; Swarm gives the rest of an uneven division to
   * whichever branch it meets first.
   *
   * @param values one for each preference, the first preference first; empty where the label is not
   *     there
   * @param nodes eligible ones
   * @param least tasks that it gets in any case
   * @param most tasks that it may get
   */
  public record Share(List<String> values, int nodes, long least, long most) {
    public Share {
      values = List.copyOf(values);
    }
  }

  /** See {@link Standing#eligible()}. */
  public List<EligibleNode> eligible() {
    return nodes.eligible();
  }

  /** See {@link Standing#resting()}. */
  public List<NodeName> resting() {
    return nodes.resting();
  }

  /** See {@link Standing#refused()}. */
  public List<RefusedNode> refused() {
    return nodes.refused();
  }

  /** See {@link Standing#mayHold}. */
  public boolean mayHold(NodeName node) {
    return nodes.mayHold(node);
  }

  /** See {@link Standing#admits}. */
  public boolean admits(NodeName node) {
    return nodes.admits(node);
  }

  public Set<Os> systems() {
    return nodes.platforms().stream().map(Platform::os).collect(Collectors.toSet());
  }
}
