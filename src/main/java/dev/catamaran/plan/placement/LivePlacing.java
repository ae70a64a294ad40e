package dev.catamaran.plan.placement;

import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.Node;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.scheduling.Constraint;
import dev.catamaran.scheduling.MalformedConstraint;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where Swarm may put tasks of a service that exists, by its constraints and platforms. What else
 * keeps tasks off a node passes: a full node has room some day.
 */
public final class LivePlacing {
  private final List<Constraint> constraints;
  private final List<Platform> platforms;

  public LivePlacing(LiveService service) {
    var placement = service.spec().deployment().placement();
    this.constraints = placement.constraints().stream().flatMap(LivePlacing::parsed).toList();
    this.platforms = placement.platforms();
  }

  /** Managers take none that they cannot read. */
  private static Stream<Constraint> parsed(String text) {
    try {
      return Stream.of(Constraint.parse(text));
    } catch (MalformedConstraint _) {
      return Stream.empty();
    }
  }

  /** Whether a task may be on that node, now or when the node takes tasks again. */
  public boolean admits(Node node) {
    var seen = Roster.seen(node);
    return constraints.stream().allMatch(c -> c.holds(seen)) && runs(node.facts().platform());
  }

  /** A service without platforms goes anywhere, and one without a system onto any. */
  private boolean runs(Platform node) {
    return platforms.isEmpty()
        || platforms.stream()
            .anyMatch(p ->
                (p.os() == node.os() || p.os() == Os.OTHER)
                    && (p.architecture().isEmpty()
                        || p.architecture().equals(node.architecture())));
  }
}
