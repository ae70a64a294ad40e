package dev.catamaran.ledger;

/**
 * Who holds a port.
 *
 * @param name the engine's name of a service, task or container; what a port is for, where nobody
 *     knows more
 */
public record Owner(Kind kind, String name) {
  static final Owner SOME_PROCESS = new Owner(Kind.PROCESS, "unknown");
  static final Owner SYSTEM = new Owner(Kind.EXCLUDED, "excluded port ranges");

  /** The kinds of holders. */
  public enum Kind {
    /** Published on every node by the engine's own mesh. */
    SERVICE("service"),
    /** Published on every node by Catamaran's mesh. */
    MESH("mesh"),
    /** Published on the node of one task. */
    TASK("task"),
    /** A container that no service owns. */
    CONTAINER("container"),
    /** Something else that listens on its node. */
    PROCESS("host process"),
    /** What Swarm, the agents or the operators need. */
    RESERVED("reserved"),
    /** What the system of the node never gives away. */
    EXCLUDED("excluded");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word JSON uses. */
    public String word() {
      return word;
    }
  }

  /** As a clause of a message names it. */
  @Override
  public String toString() {
    return switch (kind) {
      case SERVICE, MESH -> "service " + name;
      case TASK -> "task " + name;
      case CONTAINER -> "container " + name;
      case PROCESS -> "a process of the host";
      case RESERVED -> name;
      case EXCLUDED -> "the system's " + name;
    };
  }
}
