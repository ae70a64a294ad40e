package dev.catamaran.dial;

import java.io.Closeable;
import java.io.IOException;

/** Closes what nobody needs any more. */
final class Quietly {
  private Quietly() {}

  static void close(Closeable resource) {
    try {
      resource.close();
    } catch (IOException _) {
      // It was used to the end, or its failure was told already.
    }
  }
}
