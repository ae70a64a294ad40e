package dev.catamaran.json;

import tools.jackson.core.JacksonException;

/** A text that should be JSON and is not. */
public final class MalformedJson extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedJson(String message) {
    super(message);
  }

  MalformedJson(JacksonException cause) {
    super(
        cause.getOriginalMessage()
            + " (line "
            + cause.getLocation().getLineNr()
            + ", column "
            + cause.getLocation().getColumnNr()
            + ")",
        cause);
  }
}
