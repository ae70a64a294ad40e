package dev.catamaran.registry;

import dev.catamaran.json.JsonText;
import dev.catamaran.json.MalformedJson;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs {@code docker-credential-NAME get}: the registry goes in by standard input, user and secret
 * come back as JSON.
 */
final class CredentialProgram {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final long PATIENCE_SECONDS = 30;
  private static final int ANSWER_LIMIT = 1 << 16;

  /** In place of a user name it says that the secret is an identity token. */
  private static final String TOKEN_USER = "<token>";

  private final String path;

  CredentialProgram(String path) {
    this.path = path;
  }

  Login ask(String name, String server) {
    var command = "docker-credential-" + name;
    var program = NAME.matcher(name).matches() ? program(command) : Optional.<Path>empty();
    if (program.isEmpty()) {
      return trouble(command + " is not on the PATH");
    }
    try {
      return run(program.get(), server).login(command);
    } catch (IOException e) {
      return trouble(command + " failed: " + e.getMessage());
    }
  }

  private Optional<Path> program(String command) {
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(d -> !d.isEmpty())
        .flatMap(d -> Stream.of(Path.of(d, command), Path.of(d, command + ".exe")))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * What a helper said, and how it ended.
   *
   * @param text of its standard output, which holds a secret or, where it failed, its reason
   */
  private record Said(String text, int exit) {
    private static final int LONGEST_REASON = 200;

    /** A helper that knows nothing says so in plain text, which is no trouble. */
    Login login(String command) {
      if (text.strip().startsWith("credentials not found")) {
        return new Login.None(Optional.empty());
      }
      if (exit != 0) {
        return trouble(command + " failed with status " + exit + reason());
      }
      try {
        var json = JsonText.parse(text);
        var user = json.get("Username").text();
        var secret = json.get("Secret").nonEmptyText();
        if (user.isPresent() && secret.isPresent()) {
          return user.get().equals(TOKEN_USER)
              ? new Login.IdentityToken(secret.get())
              : new Login.Password(user.get(), secret.get());
        }
      } catch (MalformedJson _) {
        // The text may hold a secret: it is not repeated.
      }
      return trouble(command + " gave no credentials");
    }

    /** The first line, unless it looks like credentials after all. */
    private String reason() {
      return text.lines()
          .map(String::strip)
          .filter(l -> !l.isEmpty())
          .findFirst()
          .filter(l -> l.length() <= LONGEST_REASON && !l.contains("{") && !l.contains("Secret"))
          .map(l -> ": " + l)
          .orElse("");
    }
  }

  private static Said run(Path program, String server) throws IOException {
    var process =
        new ProcessBuilder(List.of(program.toString(), "get"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var in = process.getOutputStream()) {
      in.write(server.getBytes(StandardCharsets.UTF_8));
    }
    // The clock runs beside the read: a helper that hangs is ended, which ends the read.
    var watch =
        Thread.startVirtualThread(() -> {
          try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
              process.destroyForcibly();
            }
          } catch (InterruptedException _) {
            process.destroyForcibly();
          }
        });
    try (var out = process.getInputStream()) {
      var text = new String(out.readNBytes(ANSWER_LIMIT), StandardCharsets.UTF_8);
      return new Said(text, process.waitFor());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    } finally {
      watch.interrupt();
    }
  }

  private static Login trouble(String what) {
    return new Login.None(Optional.of(what));
  }
}
