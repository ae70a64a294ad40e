package dev.catamaran.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.PublishedPort.Publication;
import dev.catamaran.compose.source.Dialect;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.source.LocalFiles;
import dev.catamaran.compose.source.Variables;
import dev.catamaran.compose.text.Dotenv;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.compose.tree.YamlReader;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.model.ImageRef;
import dev.catamaran.spec.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real people's files, and what Docker Compose 2.40.3 makes of them. */
class RealFilesTest {
  private static final Path CORPUS = Path.of("../shared/compose-samples/corpus");

  /** Where the project lay when Docker was asked. */
  private static final String DIRECTORY = "/CORPUS/d5/d4/d3/d2/d1/input";

  private static final String NO_VALUE = "(null)";

  /** No Swarm node runs WebAssembly as such, so we know no platform of that name. */
  private static final String NO_SWARM_NODE = "expected a platform, not \"wasi/wasm\"";

  static Stream<Path> samples() throws IOException {
    if (!Files.isDirectory(CORPUS)) {
      return Stream.of(CORPUS);
    }
    try (var inputs = Files.walk(CORPUS)) {
      return inputs
          .filter(p -> p.endsWith("meta.json"))
          .map(p -> p.resolveSibling(""))
          .filter(p -> p.toString().contains("/corpus/real-"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void loadsAsComposeDoes(Path sample) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPUS), "no samples beside the project");
    var outcome = load(sample);
    assertThat(outcome.findings()).allMatch(f -> f.where().isPresent());
    assertThat(outcome.findings()).isSortedAccordingTo(Finding.BY_PLACE);
    var expected = sample.resolve("expected.compose.yml");
    switch (outcome) {
      case Outcome.Accepted<Project>(var project, var _) when Files.exists(expected) ->
          assertThat(mine(project)).isEqualTo(theirs(read(expected)));
      case Outcome.Accepted<Project> _ ->
          assertThat(sample.resolve("expected-error.compose.txt"))
              .content()
              .as("only for the plan to judge: we load what lacks an image")
              .contains("has neither an image nor a build context specified");
      case Outcome.Refused<Project>(var findings) when Files.exists(expected) ->
          assertThat(findings.stream().filter(Finding::refuses))
              .as("what Compose takes is refused for what we do not handle yet")
              .allMatch(
                  f -> f.code() == Code.KEY_NOT_SUPPORTED || NO_SWARM_NODE.equals(f.message()));
      case Outcome.Refused<Project> _ -> {}
    }
  }

  private static Outcome<Project> load(Path sample) throws IOException {
    var meta = (Mapping) read(sample.resolve("meta.json"));
    var input = sample.resolve("input");
    var sources =
        texts(meta, "main").stream()
            .map(name ->
                new Input.Source(name, new Content(bytes(input.resolve(name)).orElseThrow())))
            .toList();
    var environment = new TreeMap<String, String>();
    meta.get("env")
        .map(Mapping.class::cast)
        .ifPresent(env ->
            env.entries().forEach(e -> environment.put(e.name(), ((Scalar) e.value()).text())));
    var first = input.resolve(sources.getFirst().name());
    var folder = first.resolveSibling("");
    // The contents of configs and secrets are not in the corpus.
    LocalFiles files =
        path ->
            bytes(folder.resolve(Path.of(DIRECTORY).relativize(Path.of(path))))
                .or(() -> Optional.of(new byte[0]));
    bytes(first.resolveSibling(".env"))
        .map(b -> Dotenv.read(".env", new String(b, UTF_8), environment))
        .filter(o -> o instanceof Outcome.Accepted)
        .ifPresent(o ->
            ((Outcome.Accepted<Map<String, String>>) o).value().forEach(environment::putIfAbsent));
    return Loader.load(
        new Input(
            sources,
            new Variables(environment, Map.of()),
            Optional.empty(),
            DIRECTORY,
            Set.of(),
            files,
            Optional.of(Dialect.COMPOSE),
            true));
  }

  private static Map<String, Object> mine(Project project) {
    var result = new TreeMap<String, Object>();
    project
        .services()
        .forEach((name, service) -> {
          var ports = new TreeSet<String>();
          service.ports().forEach(p -> ports.add(port(p)));
          var environment = new TreeMap<String, String>();
          service
              .container()
              .command()
              .environment()
              .forEach((k, v) -> environment.put(k, v.orElse(NO_VALUE)));
          var image = service.image().map(ImageRef::toString).orElse("");
          result.put(name.text(), List.of(image, ports, environment));
        });
    return result;
  }

  private static String port(PublishedPort port) {
    var published =
        switch (port.published()) {
          case Publication.Fixed(var one) -> one + ":";
          case Publication.AnyOf(var range) -> range + ":";
          case Publication.Automatic() -> "";
        };
    return port.hostAddress().map(a -> a + ":").orElse("")
        + published
        + port.target()
        + "/"
        + port.protocol().value()
        + " "
        + port.mode().value().word();
  }

  private static Map<String, Object> theirs(YamlNode expected) {
    var result = new TreeMap<String, Object>();
    for (var entry : ((Mapping) ((Mapping) expected).get("services").orElseThrow()).entries()) {
      var service = (Mapping) entry.value();
      var ports = new TreeSet<String>();
      if (service.get("ports").orElse(service) instanceof Sequence list) {
        list.items().stream().map(Mapping.class::cast).forEach(p -> ports.add(port(p)));
      }
      var environment = new TreeMap<String, String>();
      service
          .get("environment")
          .ifPresent(n ->
              ((Mapping) n)
                  .entries()
                  .forEach(e -> {
                    var value = (Scalar) e.value();
                    environment.put(e.name(), value.isNull() ? NO_VALUE : value.asText());
                  }));
      var image = text(service, "image");
      result.put(
          entry.name(),
          List.of(image.isEmpty() ? "" : ImageRef.parse(image).toString(), ports, environment));
    }
    return result;
  }

  private static String port(Mapping port) {
    var address = text(port, "host_ip");
    var published = text(port, "published");
    return (address.isEmpty() ? "" : address + ":")
        + (published.isEmpty() ? "" : published + ":")
        + text(port, "target")
        + "/"
        + text(port, "protocol")
        + " "
        + text(port, "mode");
  }

  private static String text(Mapping mapping, String key) {
    return mapping.get(key).map(n -> ((Scalar) n).asText()).orElse("");
  }

  private static List<String> texts(Mapping mapping, String key) {
    return ((Sequence) mapping.get(key).orElseThrow())
        .items().stream().map(n -> ((Scalar) n).text()).toList();
  }

  private static YamlNode read(Path file) throws IOException {
    var outcome = YamlReader.read(file.toString(), Files.readAllBytes(file));
    return ((Outcome.Accepted<YamlNode>) outcome).value();
  }

  private static Optional<byte[]> bytes(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
