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
    try {
      if (Files.isDirectory(file)) {
        return refused(file, "it is a directory");
      }
      if (Files.size(file) > LARGEST) {
        return refused(file, "it is larger than " + (LARGEST >> 20) + " MiB");
      }
      return Outcome.of(Files.readAllBytes(file));
    } catch (NoSuchFileException _) {
      return refused(file, "there is no such file");
    } catch (AccessDeniedException _) {
      return refused(file, "its permissions do not let us");
    } catch (IOException e) {
      return refused(file, String.valueOf(e.getMessage()));
    }
  }

  private static Outcome<byte[]> refused(Path file, String reason) {
    return Outcome.refused(
        Finding.error(Code.FILE_MISSING, "cannot read " + file + ": " + reason)
            .at(new Where(file.toString(), 1, 1)));
  }
}
