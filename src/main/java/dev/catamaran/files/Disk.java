package dev.catamaran.files;

import dev.catamaran.compose.source.LocalFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Files relative to one directory; a path with backslashes is understood on Linux as well. */
record Disk(Path directory) implements LocalFiles {
  /** Bytes; far above what an engine takes as a config or secret, and stops endless devices. */
  private static final int LARGEST = 8 << 20;

  @Override
  public Optional<byte[]> read(String path) {
    return bytes(path).or(() -> bytes(path.replace('\\', '/')));
  }

  private Optional<byte[]> bytes(String path) {
    try (var input = Files.newInputStream(directory.resolve(path))) {
      // A device never ends, and half a file is no file.
      return Optional.of(input.readNBytes(LARGEST + 1)).filter(b -> b.length <= LARGEST);
    } catch (IOException | InvalidPathException _) {
      return Optional.empty();
    }
  }

  @Override
  public String trouble(String path) {
    try {
      var file = directory.resolve(path);
      if (Files.isDirectory(file)) {
        return "it is a directory";
      }
      if (!Files.exists(file)) {
        return "there is no such file";
      }
      return Files.isReadable(file)
          ? "it is larger than " + (LARGEST >> 20) + " MiB"
          : "its permissions do not let us";
    } catch (InvalidPathException invalid) {
      return "it is no path on this machine";
    }
  }

  static byte[] bytes(InputStream input) throws IOException {
    return input.readNBytes(LARGEST);
  }

  boolean has(String name) {
    return Files.isRegularFile(directory.resolve(name));
  }
}
