package dev.catamaran.compose;

import dev.catamaran.compose.source.Dialect;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.source.Variables;
import dev.catamaran.compose.text.Dotenv;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.compose.tree.YamlReader;
import dev.catamaran.finding.Outcome;
import dev.catamaran.spec.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compose files of other projects beside this one, each with what docker makes of it. */
public final class Samples {
  private static final Path CORPUS = Path.of("../shared/compose-samples/corpus");

  /** Where the samples lay when docker read them. */
  private static final String FOLDER = "/CORPUS/d5/d4/d3/d2/d1/input";

  private Samples() {}

  public static boolean exist() {
    return Files.isDirectory(CORPUS);
  }

  /** The folders of all samples that have an answer of this oracle. */
  public static List<Path> with(String oracle) {
    if (!exist()) {
      return List.of();
    }
    try (var inputs = Files.walk(CORPUS, 3)) {
      return inputs
          .filter(p -> p.endsWith("meta.json"))
          .map(p -> p.resolveSibling(""))
          .filter(p -> Files.exists(expected(p, oracle)) || Files.exists(refusal(p, oracle)))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public static String name(Path sample) {
    return CORPUS.relativize(sample).toString();
  }

  /** The canonical tree that docker prints; empty where it refuses. */
  public static Optional<YamlNode> answer(Path sample, String oracle) {
    return bytes(expected(sample, oracle)).map(b -> read(b));
  }

  public static String refusal(Path sample) {
    return bytes(refusal(sample, "stack"))
        .map(b -> new String(b, StandardCharsets.UTF_8))
        .orElse("");
  }

  private static Path expected(Path sample, String oracle) {
    return sample.resolve("expected." + oracle + ".yml");
  }

  private static Path refusal(Path sample, String oracle) {
    return sample.resolve("expected-error." + oracle + ".txt");
  }

  /** What docker was given. */
  public static Input input(Path sample, Dialect dialect) {
    var meta = (Mapping) read(bytes(sample.resolve("meta.json")).orElseThrow());
    var input = sample.resolve("input");
    var names = ((Sequence) meta.get("main").orElseThrow()).items();
    var sources = names.stream().map(n -> source(input, ((Scalar) n).text())).toList();
    var first = input.resolve(sources.getFirst().name());
    var process = process(meta);
    var folder = Path.of(FOLDER).resolve(sources.getFirst().name()).getParent();
    return new Input(
        sources,
        new Variables(process, dotenv(first, process)),
        Optional.empty(),
        String.valueOf(folder),
        Set.of(),
        path -> bytes(first.resolveSibling(path)),
        Optional.of(dialect),
        true);
  }

  private static Input.Source source(Path input, String name) {
    return new Input.Source(name, new Content(bytes(input.resolve(name)).orElseThrow()));
  }

  private static Map<String, String> process(Mapping meta) {
    var process =
        new HashMap<>(
            Map.of("HOME", "/CORPUS/home", "LANG", "C.UTF-8", "PWD", FOLDER, "PATH", "/bin"));
    meta.get("env")
        .map(Mapping.class::cast)
        .ifPresent(
            env -> env.entries().forEach(e -> process.put(e.name(), ((Scalar) e.value()).text())));
    return process;
  }

  private static Map<String, String> dotenv(Path first, Map<String, String> process) {
    return bytes(first.resolveSibling(".env"))
        .map(b -> Dotenv.read(".env", new String(b, StandardCharsets.UTF_8), process))
        .filter(o -> o instanceof Outcome.Accepted)
        .map(o -> ((Outcome.Accepted<Map<String, String>>) o).value())
        .orElse(Map.of());
  }

  static YamlNode read(byte[] bytes) {
    var outcome = YamlReader.read("expected", bytes);
    if (outcome instanceof Outcome.Accepted<YamlNode>(var node, var _)) {
      return node;
    }
    throw new IllegalStateException(outcome.findings().toString());
  }

  private static Optional<byte[]> bytes(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
