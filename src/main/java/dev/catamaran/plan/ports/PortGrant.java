package dev.catamaran.plan.ports;

import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.model.Where;
import java.util.Optional;

/**
 * A published port that was granted.
 *
 * @param published empty where the engine allots one when the task starts
 * @param reach where callers find it
 * @param where the line that asked for it
 */
public record PortGrant(
    Optional<Port> published,
    Port target,
    Protocol protocol,
    Reach reach,
    String reason,
    Where where) {

  /** Where a published port answers. */
  public enum Reach {
    /** On every node, by the engine's own routing mesh. */
    ENGINE_MESH("ingress"),
    /** On every node, by Catamaran's mesh in front of dynamic host ports. */
    CATAMARAN_MESH("mesh"),
    /** On the nodes that run a task, as the user asked. */
    TASK_NODES("host");

    private final String word;

    Reach(String word) {
      this.word = word;
    }

    /** The word JSON uses. */
    public String word() {
      return word;
    }
  }
}
