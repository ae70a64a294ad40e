package dev.catamaran.files;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.model.Where;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file the user named, read whole. */
public final class InputFile {
  /** No description of a cluster or application written by people is larger. */
  private static final long LARGEST = 16L << 20;

  private InputFile() {}

  public static Outcome<byte[]> read(Path file) {
    return read(Path.of(""), file.toString());
  }

  /**
   * Reads a file that the user named from somewhere.
   *
   * @param named relative to the directory, or absolute; said so in findings
   */
  static Outcome<byte[]> read(Path directory, String named) {
    var file = directory.resolve(named);
    try {
      if (Files.isDirectory(file)) {
        return refused(named, "it is a directory");
      }
      if (Files.size(file) > LARGEST) {
        return refused(named, "it is larger than " + (LARGEST >> 20) + " MiB");
      }
      return Outcome.of(Files.readAllBytes(file));
    } catch (NoSuchFileException _) {
      return refused(named, "there is no such file");
    } catch (AccessDeniedException _) {
      return refused(named, "its permissions do not let us");
    } catch (IOException e) {
      return refused(named, String.valueOf(e.getMessage()));
    }
  }

  private static Outcome<byte[]> refused(String file, String reason) {
    return Outcome.refused(
        Finding.error(Code.FILE_MISSING, "cannot read " + file + ": " + reason)
            .at(new Where(file, 1, 1)));
  }
}
