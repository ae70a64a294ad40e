package dev.catamaran.compose.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.catamaran.compose.Resolved;
import dev.catamaran.compose.source.Dialect;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.compose.tree.YamlReader;
import dev.catamaran.files.ProjectFiles;
import dev.catamaran.files.Request;
import dev.catamaran.finding.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Other people's files, and what Docker Compose makes of them. */
class SamplesTest {
  private static final Path SAMPLES = Path.of("../shared/compose-samples/corpus");

  private static final String CORPUS = "/CORPUS";

  /** Where the files lay when Docker Compose read them. */
  private static final String THERE = "/CORPUS/d5/d4/d3/d2/d1/input";

  static Stream<Path> samples() throws IOException {
    if (!Files.isDirectory(SAMPLES)) {
      return Stream.of(SAMPLES);
    }
    try (var all = Files.walk(SAMPLES, 3)) {
      return all
          .filter(p -> p.endsWith("meta.json"))
          .map(Path::getParent)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadAsDockerComposeReadsIt(Path sample) throws IOException {
    assumeTrue(Files.isDirectory(SAMPLES), "compose-samples lie beside the checkout");
    var expected = sample.resolve("expected.compose.yml");
    var outcome = resolve(sample.resolve("input"), (Mapping) yaml(sample.resolve("meta.json")));
    switch (outcome) {
      case Outcome.Refused<Resolved>(var causes) ->
          assertThat(expected).as("%s", causes).doesNotExist();
      case Outcome.Accepted<Resolved>(var resolved, var _) -> {
        assertThat(expected).as("accepted").exists();
        if (!mangled(expected)) {
          var input = sample.resolve("input").toAbsolutePath().normalize();
          assertThat(meaning(resolved.tree(), here(input))).isEqualTo(theirs(yaml(expected)));
        }
      }
    }
  }

  private static Outcome<Resolved> resolve(Path input, Mapping meta) {
    var environment = new HashMap<>(Map.of("HOME", "/CORPUS/home", "LANG", "C.UTF-8"));
    environment.put("PWD", THERE);
    environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    if (meta.get("env").orElseThrow() instanceof Mapping variables) {
      variables.entries().forEach(e -> environment.put(e.name(), ((Scalar) e.value()).text()));
    }
    var files =
        ((Sequence) meta.get("main").orElseThrow())
            .items().stream().map(f -> input.resolve(((Scalar) f).text()).toString()).toList();
    return ProjectFiles.resolve(
        new Request(
            files,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            environment,
            InputStream.nullInputStream(),
            Set.of(),
            Optional.of(Dialect.COMPOSE),
            true));
  }

  /** Windows paths that Docker mangles on Linux; we take them for what they are. */
  private static boolean mangled(Path expected) throws IOException {
    var text = Files.readString(expected);
    return text.contains(THERE + "/.\\") || text.contains("\\\\.\\pipe\\");
  }

  private static YamlNode yaml(Path file) throws IOException {
    return switch (YamlReader.read(file.toString(), Files.readAllBytes(file))) {
      case Outcome.Accepted<YamlNode>(var node, var _) -> node;
      case Outcome.Refused<YamlNode>(var causes) -> throw new AssertionError(causes);
    };
  }

  /** Our folders as they were called there, the deepest first. */
  private static Map<String, String> here(Path input) {
    var folders = new TreeMap<String, String>((a, b) -> b.length() - a.length());
    var ours = Optional.of(input);
    for (var theirs = THERE; theirs.length() > CORPUS.length(); theirs = above(theirs)) {
      folders.put(ours.orElseThrow().toString(), theirs);
      ours = ours.map(Path::getParent);
    }
    return folders;
  }

  private static String above(String folder) {
    return folder.substring(0, folder.lastIndexOf('/'));
  }

  private static Object theirs(YamlNode node) {
    return meaning(node, Map.of("$$", "$"));
  }

  private static Object meaning(YamlNode node, Map<String, String> replaced) {
    return switch (node) {
      case Mapping m -> {
        Map<String, Object> values = new TreeMap<>();
        m.entries()
            .forEach(e -> values.put(text(e.name(), replaced), meaning(e.value(), replaced)));
        yield values;
      }
      case Sequence s -> s.items().stream().map(i -> meaning(i, replaced)).toList();
      case Scalar s -> s.kind() == ScalarKind.NULL ? Optional.empty() : text(s.asText(), replaced);
    };
  }

  private static String text(String text, Map<String, String> replaced) {
    var whole = text;
    for (var pair : replaced.entrySet()) {
      whole = whole.replace(pair.getKey(), pair.getValue());
    }
    return whole;
  }
}
