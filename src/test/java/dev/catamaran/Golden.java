package dev.catamaran;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whole texts in files; {@code -Dcatamaran.write=true} writes them anew, for a look at the diff.
 */
public final class Golden {
  private Golden() {}

  /** Fails where the file does not hold the text. */
  public static void assertHolds(Path file, String text) throws IOException {
    if (Boolean.getBoolean("catamaran.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(text).as("%s", file).isEqualTo(Files.readString(file));
  }
}
