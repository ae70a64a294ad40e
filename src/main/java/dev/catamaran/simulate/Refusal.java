package dev.catamaran.simulate;

/** The engine says no to a request, in the words of a real engine. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why, which decides the status that the caller gets. */
  public enum Kind {
    NOT_FOUND,
    FORBIDDEN,
    CONFLICT,
    INVALID,
    INTERNAL
  }

  private final Kind kind;
  private final String text;

  public Refusal(Kind kind, String text) {
    super(text);
    this.kind = kind;
    this.text = text;
  }

  public static Refusal notFound(String what, String reference) {
    return new Refusal(Kind.NOT_FOUND, what + " " + reference + " not found");
  }

  static Refusal invalid(String text) {
    return new Refusal(Kind.INVALID, "rpc error: code = InvalidArgument desc = " + text);
  }

  static Refusal precondition(String text) {
    return new Refusal(Kind.INVALID, "rpc error: code = FailedPrecondition desc = " + text);
  }

  static Refusal exists(String text) {
    return new Refusal(Kind.CONFLICT, "rpc error: code = AlreadyExists desc = " + text);
  }

  static Refusal outOfSequence() {
    return new Refusal(Kind.INTERNAL, "rpc error: code = Unknown desc = update out of sequence");
  }

  public Kind kind() {
    return kind;
  }

  /** The engine's words. */
  public String text() {
    return text;
  }
}
