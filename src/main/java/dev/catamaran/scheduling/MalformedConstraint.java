package dev.catamaran.scheduling;

/** A text that Swarm refuses as a constraint, in its words. */
public final class MalformedConstraint extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String text;

  MalformedConstraint(String text) {
    super(text);
    this.text = text;
  }

  /** Swarm's words. */
  public String text() {
    return text;
  }
}
