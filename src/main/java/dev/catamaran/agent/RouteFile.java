package dev.catamaran.agent;

import dev.catamaran.route.RouteSnapshot;
import dev.catamaran.route.RouteText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The last routes of a node, kept over a restart of its agent: {@code routes.json}. */
final class RouteFile {
  private final Path directory;

  RouteFile(Path directory) {
    this.directory = directory;
  }

  private Path file() {
    return directory.resolve("routes.json");
  }

  /** Empty where nothing was kept. */
  Optional<RouteSnapshot> read() {
    try {
      return Optional.of(RouteText.read(Files.readString(file())));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file() + ": " + e.getMessage(), e);
    }
  }

  /** Readers see the old text or the new one, and never half of it. */
  void write(RouteSnapshot snapshot) {
    try {
      Files.createDirectories(directory);
      var fresh = directory.resolve("routes.json.new");
      Files.writeString(fresh, RouteText.write(snapshot));
      Files.move(
          fresh, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file() + ": " + e.getMessage(), e);
    }
  }
}
