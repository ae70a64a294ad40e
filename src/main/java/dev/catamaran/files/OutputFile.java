package dev.catamaran.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** A file the user asked us to write. */
public final class OutputFile {
  private interface Writing {
    void run() throws IOException;
  }

  private OutputFile() {}

  /** Writes a text that anyone may read; empty where that went well, else the whole message. */
  public static Optional<String> write(Path file, String text) {
    return trouble(file, () -> Files.writeString(file, text));
  }

  /** The same, whole or not at all, and readable by the owner only. */
  public static Optional<String> writeForOwner(Path file, String text) {
    var folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    return trouble(
        file,
        () -> {
          var temporary = Files.createTempFile(folder, ".catamaran", ".tmp", ownerOnly());
          try {
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
          } finally {
            Files.deleteIfExists(temporary);
          }
        });
  }

  private static Optional<String> trouble(Path file, Writing writing) {
    if (Files.isDirectory(file)) {
      return cannot(file, "it is a directory");
    }
    try {
      writing.run();
      return Optional.empty();
    } catch (NoSuchFileException _) {
      return cannot(file, "there is no such directory");
    } catch (AccessDeniedException _) {
      return cannot(file, "its permissions do not let us");
    } catch (IOException e) {
      return cannot(file, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> cannot(Path file, String reason) {
    return Optional.of("cannot write " + file + ": " + reason);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
