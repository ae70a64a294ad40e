package dev.catamaran.simulate;

import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.Task.State;
import java.util.List;
import java.util.Locale;

/** Changes nodes, and ends tasks whose node no longer meets their constraints. */
final class Nodes {
  private static final String UNMET = "assigned node no longer meets constraints";

  private Nodes() {}

  static void update(Draft draft, Event.UpdateNode event) {
    var node = require(draft, event.id());
    if (node.meta().version() != event.version()) {
      throw Refusal.outOfSequence();
    }
    var role = event.spec().get("Role").nonEmptyText().orElse(node.role().word());
    if (!role.equalsIgnoreCase(node.role().word())) {
      throw Refusal.precondition("this simulated cluster keeps its managers and workers");
    }
    var word = event.spec().get("Availability").nonEmptyText().orElse("active");
    var availability =
        switch (word.toLowerCase(Locale.ROOT)) {
          case "active" -> Node.Availability.ACTIVE;
          case "pause" -> Node.Availability.PAUSE;
          case "drain" -> Node.Availability.DRAIN;
          default ->
              throw new Refusal(Refusal.Kind.INVALID, "invalid Availability: \"" + word + "\"");
        };
    draft.put(node.with(availability, event.spec().get("Labels").textMembers()));
  }

  static void seen(Draft draft, Event.NodeSeen event) {
    draft.put(require(draft, event.id()).with(event.state()));
  }

  private static SimNode require(Draft draft, String id) {
    var node = draft.nodes.get(id);
    if (node == null) {
      throw Refusal.notFound("node", id);
    }
    return node;
  }

  static void enforceConstraints(Draft draft) {
    for (var task : List.copyOf(draft.tasks.values())) {
      var node = draft.nodeOf(task);
      boolean placed = task.state().compareTo(State.ASSIGNED) >= 0 && !task.state().ended();
      if (placed && task.wanted() && node.isPresent()) {
        if (!task.work().wish().placement().admits(node.get())) {
          draft.put(task.now(State.REJECTED, UNMET, UNMET, draft.now()));
        }
      }
    }
  }
}
