package dev.catamaran.json;

/** A text that should be JSON and is not. */
public final class MalformedJson extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedJson(String message) {
    super(message);
  }

  MalformedJson(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
