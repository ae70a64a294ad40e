package dev.catamaran.orchestrator.swarm;

/** An engine did not do what it was asked to; the message names the endpoint and both sides. */
public final class EngineFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What a caller can do about it differs by kind. */
  public enum Kind {
    /** Nobody answers there, or not in time. */
    UNREACHABLE,
    /** The engine is no manager of a Swarm; another node must be asked. */
    NOT_A_MANAGER,
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

  EngineFailure(Kind kind, EngineAddress engine, String asked, String reason) {
    super(text(engine, asked, reason));
    this.kind = kind;
  }

  EngineFailure(Kind kind, EngineAddress engine, String asked, Throwable cause) {
    super(text(engine, asked, reason(cause)), cause);
    this.kind = kind;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  public Kind kind() {
    return kind;
  }

  private static String text(EngineAddress engine, String asked, String reason) {
    return "engine " + engine + ": cannot " + asked + ": " + reason;
  }

  private static String reason(Throwable cause) {
    var message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
