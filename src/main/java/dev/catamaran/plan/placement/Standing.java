package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.Platform;
import dev.catamaran.plan.placement.Placement.EligibleNode;
import dev.catamaran.plan.placement.Placement.RefusedNode;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How every node of the cluster stands to one service. Asked for one node it looks up; the lists
 * are put together when they are asked for, since a large project never wants all of them.
 */
public final class Standing {
  private final Poll poll;
  private final List<Optional<Platform>> platforms;
  private final BitSet eligible;
  private final BitSet lasting;

  /**
   * From the answers.
   *
   * @param platforms what each kind of node would run of the image, by its number
   */
  Standing(Poll poll, List<Optional<Platform>> platforms) {
    this.poll = poll;
    this.platforms = platforms;
    this.eligible = poll.eligible();
    this.lasting = poll.lasting();
  }

  /** The nodes that may hold the service now, by name. */
  public List<EligibleNode> eligible() {
    return eligible.stream()
        .mapToObj(i -> new EligibleNode(poll.node(i).name(), platform(i)))
        .toList();
  }

  private Platform platform(int node) {
    return platforms.get(poll.roster().kindOf(node).number()).orElseThrow();
  }

  /** The nodes that only their state keeps away; they may hold the service tomorrow. */
  public List<NodeName> resting() {
    return lasting.stream()
        .filter(i -> !eligible.get(i))
        .mapToObj(i -> poll.node(i).name())
        .toList();
  }

  /** The nodes that may not hold it now, each with all its reasons. */
  public List<RefusedNode> refused() {
    return IntStream.range(0, poll.roster().size())
        .filter(i -> !eligible.get(i))
        .mapToObj(i ->
            new RefusedNode(
                poll.node(i).name(),
                poll.against(i).stream().map(Objection::reason).distinct().toList()))
        .toList();
  }

  /** Whether some node may hold it now. */
  public boolean somewhere() {
    return !eligible.isEmpty();
  }

  /** The nodes that may hold it now, by their place in the cluster's list; the caller's own. */
  public BitSet places() {
    return (BitSet) eligible.clone();
  }

  /** How many nodes may hold it now. */
  public int count() {
    return eligible.cardinality();
  }

  public boolean admits(NodeName node) {
    return poll.roster().number(node).filter(eligible::get).isPresent();
  }

  /** Now, or once its state has changed: what is decided must not hang on a node being drained. */
  public boolean mayHold(NodeName node) {
    return poll.roster().number(node).filter(lasting::get).isPresent();
  }

  /**
   * The first node, by name, that may hold the service now or later and whose facts are so. Facts
   * are asked once for nodes that have the same, whatever their number.
   */
  public Optional<Node> holder(Predicate<NodeFacts> facts) {
    return first(lasting, facts);
  }

  /** The same, of the nodes that may hold it now. */
  public Optional<Node> eligible(Predicate<NodeFacts> facts) {
    return first(eligible, facts);
  }

  private Optional<Node> first(BitSet among, Predicate<NodeFacts> facts) {
    int first = Integer.MAX_VALUE;
    for (var kind : poll.roster().kinds()) {
      int candidate = common(among, poll.roster().members(kind));
      if (candidate >= 0 && candidate < first && facts.test(kind.facts())) {
        first = candidate;
      }
    }
    return first == Integer.MAX_VALUE ? Optional.empty() : Optional.of(poll.node(first));
  }

  /** The lowest number in both; negative where there is none. */
  private static int common(BitSet one, BitSet other) {
    int i = one.nextSetBit(0);
    while (i >= 0) {
      int j = other.nextSetBit(i);
      if (j == i || j < 0) {
        return j;
      }
      i = one.nextSetBit(j);
    }
    return i;
  }

  /** Which platforms of the image the eligible nodes would run, the first node's first. */
  public List<Platform> platforms() {
    return poll.roster().kinds().stream()
        .filter(k -> eligible.intersects(poll.roster().members(k)))
        .flatMap(k -> platforms.get(k.number()).stream())
        .distinct()
        .collect(Collectors.toUnmodifiableList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Standing s
        && eligible().equals(s.eligible())
        && resting().equals(s.resting())
        && refused().equals(s.refused());
  }

  @Override
  public int hashCode() {
    return Objects.hash(eligible, lasting);
  }

  @Override
  public String toString() {
    return "eligible " + eligible() + ", refused " + refused();
  }
}
