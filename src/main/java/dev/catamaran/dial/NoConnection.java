package dev.catamaran.dial;

import java.io.IOException;
import java.util.List;

/** Nobody could be spoken to there; the message says what stood in the way. */
public final class NoConnection extends IOException {
  private static final long serialVersionUID = 1;

  private final transient List<String> advice;

  NoConnection(String obstacle, String... advice) {
    super(obstacle);
    this.advice = List.of(advice);
  }

  NoConnection(Exception cause, String obstacle, String... advice) {
    super(obstacle, cause);
    this.advice = List.of(advice);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** What the user may try; empty where nothing is better than what helps in general. */
  public List<String> advice() {
    return advice;
  }
}
