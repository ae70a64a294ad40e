package dev.catamaran.compose.classic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.Loader;
import dev.catamaran.compose.Meaning;
import dev.catamaran.compose.Resolved;
import dev.catamaran.compose.grammar.RandomFiles;
import dev.catamaran.compose.source.Dialect;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.source.Variables;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlReader;
import dev.catamaran.finding.Outcome;
import dev.catamaran.spec.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random files, read by us and by the docker command; it needs no engine for that. */
@Tag("docker")
class DockerStackTest {
  /** A failure names its seed. */
  private static final long FIRST = Long.getLong("seed", 1);

  private static final int FILES = Integer.getInteger("files", 300);

  private static final Map<String, String> VARIABLES =
      Map.of(
          "SET", "set",
          "EMPTY", "",
          "HOME", "/home/me",
          "FILE", "two.env",
          "PORT", "8443",
          "PATH", System.getenv("PATH"));

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void envFiles() throws IOException {
    Files.writeString(
        folder.resolve("one.env"), "# comment\nA=one\nSET\nUNSET\n  Q=\"q\"  \nEMPTY=\nSET=\n");
    Files.writeString(folder.resolve("two.env"), "\uFEFFA=two\r\nB=x # y\r\n");
  }

  @Test
  void bothSayTheSame() throws Exception {
    int accepted = 0;
    for (long seed = FIRST; seed < FIRST + FILES; seed++) {
      var texts = RandomFiles.of(seed);
      var answer = docker(texts);
      accepted += answer.isPresent() ? 1 : 0;
      assertThat(difference(answer, resolve(texts)))
          .as("seed %d\n%s", seed, String.join("\n---\n", texts))
          .isEmpty();
    }
    assertThat(accepted).as("files that docker takes").isGreaterThan(FILES / 5);
  }

  private static Optional<String> difference(Optional<byte[]> answer, Outcome<Resolved> outcome) {
    return switch (outcome) {
      case Outcome.Refused<Resolved>(var findings) ->
          answer.map(_ -> "docker takes it, we refuse: " + findings);
      case Outcome.Accepted<Resolved>(var resolved, var _) ->
          answer.isEmpty()
              ? Optional.of("docker refuses it")
              : Meaning.difference(meaning(answer.get()), Meaning.of(resolved.tree()));
    };
  }

  private static Object meaning(byte[] yaml) {
    return YamlReader.read("docker", yaml) instanceof Outcome.Accepted<?>(var tree, var _)
        ? Meaning.of((YamlNode) tree)
        : "docker prints what is no YAML";
  }

  /** What docker prints; empty where it refuses. */
  private Optional<byte[]> docker(List<String> texts) throws Exception {
    var command = new ArrayList<>(List.of("docker", "stack", "config"));
    for (int i = 0; i < texts.size(); i++) {
      Files.writeString(folder.resolve(name(i)), texts.get(i));
      command.addAll(List.of("-c", name(i)));
    }
    var output = folder.resolve("output");
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(output.toFile());
    process.environment().clear();
    process.environment().putAll(VARIABLES);
    return process.start().waitFor() == 0
        ? Optional.of(Files.readAllBytes(output))
        : Optional.empty();
  }

  private Outcome<Resolved> resolve(List<String> texts) {
    var sources = new ArrayList<Input.Source>();
    for (int i = 0; i < texts.size(); i++) {
      sources.add(new Input.Source(name(i), new Content(texts.get(i).getBytes(UTF_8))));
    }
    return Loader.resolve(
        new Input(
            sources,
            new Variables(VARIABLES, Map.of()),
            Optional.of("shop"),
            folder.toString(),
            Set.of(),
            this::read,
            Optional.of(Dialect.STACK),
            true));
  }

  private Optional<byte[]> read(String path) {
    var file = folder.resolve(path);
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String name(int i) {
    return "f" + i + ".yml";
  }
}
