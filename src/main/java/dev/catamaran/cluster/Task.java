package dev.catamaran.cluster;

import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One container of a service, past ones included.
 *
 * @param slot the replica number; empty in a global service
 * @param nodeId empty while the scheduler has found no node
 * @param desired what the engine wants it to be
 * @param state what it is
 * @param ports host-mode ports that are really open
 */
public record Task(
    String id,
    String serviceId,
    OptionalInt slot,
    Optional<String> nodeId,
    State desired,
    Status status,
    List<OpenPort> ports) {
  public Task {
    ports = List.copyOf(ports);
  }

  /** Swarm's task states, in the order a task lives through them. */
  public enum State {
    NEW,
    PENDING,
    ASSIGNED,
    ACCEPTED,
    PREPARING,
    READY,
    STARTING,
    RUNNING,
    COMPLETE,
    SHUTDOWN,
    FAILED,
    REJECTED,
    REMOVE,
    ORPHANED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** It ended by itself, well or badly; nobody shut it down. */
    public boolean endedByItself() {
      return switch (this) {
        case COMPLETE, FAILED, REJECTED -> true;
        case NEW,
            PENDING,
            ASSIGNED,
            ACCEPTED,
            PREPARING,
            READY,
            STARTING,
            RUNNING,
            SHUTDOWN,
            REMOVE,
            ORPHANED ->
            false;
      };
    }

    /** Past running: it will not come back. */
    public boolean ended() {
      return compareTo(RUNNING) > 0;
    }
  }

  /**
   * What the engine says of it.
   *
   * @param error the engine's text, whole; empty where there is none
   */
  public record Status(State state, String message, String error, Instant since) {}

  /** A port of the node on which the task answers. */
  public record OpenPort(Port published, Port target, Protocol protocol) {}

  public boolean running() {
    return status.state() == State.RUNNING && desired == State.RUNNING;
  }
}
