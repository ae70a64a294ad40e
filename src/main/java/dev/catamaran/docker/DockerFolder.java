package dev.catamaran.docker;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.json.MalformedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The directory where docker's command keeps its user's settings. */
public record DockerFolder(Path path) {

  /** DOCKER_CONFIG, else {@code .docker} in the home directory. */
  public static DockerFolder of(Map<String, String> environment) {
    return new DockerFolder(
        Optional.ofNullable(environment.get("DOCKER_CONFIG"))
            .filter(d -> !d.isEmpty())
            .map(Path::of)
            .orElseGet(() -> Path.of(home(environment), ".docker")));
  }

  private static String home(Map<String, String> environment) {
    return environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
  }

  public Path configFile() {
    return path.resolve("config.json");
  }

  /**
   * What config.json says; an empty object where there is no such file.
   *
   * @throws Unreadable where it is there and cannot be read
   */
  public Json config() {
    return json(configFile()).orElse(Json.object());
  }

  /** A file of this directory is there, and cannot be read; the message names it. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(Path file, Exception cause) {
      super(file + " cannot be read: " + cause.getMessage(), cause);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /** Empty where there is no such file. */
  static Optional<Json> json(Path file) {
    try {
      return Optional.of(JsonText.parse(Files.readString(file)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException | MalformedJson e) {
      throw new Unreadable(file, e);
    }
  }
}
