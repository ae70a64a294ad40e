package dev.catamaran.orchestrator.swarm;

import dev.catamaran.docker.Endpoint;
import java.util.List;

/** An engine did not do what it was asked to; the message names the endpoint and both sides. */
public final class EngineFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What a caller can do about it differs by kind. */
  public enum Kind {
    /** Nobody answers there, or not in time. */
    UNREACHABLE,
    /** The engine is no manager of a Swarm; another node must be asked. */
    NOT_A_MANAGER,
    /** The Swarm's managers were started again, and wait for the key that unlocks them. */
    LOCKED,
    /** The object moved since it was read, or exists already: observe and plan again. */
    CONFLICT,
    /** Something still uses the object; it may be free in a moment. */
    IN_USE,
    /** The engine understood, and said no; asking again will not help. */
    REFUSED,
    /** The engine failed, or it does not speak the Docker Engine API. */
    BROKEN
  }

  private final Kind kind;
  private final transient List<String> advice;

  EngineFailure(Kind kind, Endpoint engine, String asked, String reason, String... advice) {
    super(text(engine, asked, reason));
    this.kind = kind;
    this.advice = List.of(advice);
  }

  EngineFailure(Kind kind, Endpoint engine, String asked, Throwable cause, List<String> advice) {
    super(text(engine, asked, reason(cause)), cause);
    this.kind = kind;
    this.advice = List.copyOf(advice);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  public Kind kind() {
    return kind;
  }

  /** What the user may try here; empty where the kind of failure says enough. */
  public List<String> advice() {
    return advice;
  }

  private static String text(Endpoint engine, String asked, String reason) {
    return "engine " + engine + ": cannot " + asked + ": " + reason;
  }

  private static String reason(Throwable cause) {
    var message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
