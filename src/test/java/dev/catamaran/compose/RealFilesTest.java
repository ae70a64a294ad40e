package dev.catamaran.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.compose.tree.YamlReader;
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
    var out = new StringBuilder();
    var kind =
        outcome instanceof Outcome.Refused
            ? "REFUSED"
            : outcome.findings().isEmpty() ? "CLEAN" : "WARN";
    var exp = Files.exists(sample.resolve("expected.compose.yml")) ? "ok" : "err";
    out.append("%s %s %s\n".formatted(kind, exp, CORPUS.relativize(sample)));
    for (Finding f : outcome.findings()) {
      out.append(
          "    %s %s %s %s\n".formatted(f.severity(), f.code(), f.where().get(), f.message()));
    }
    if (outcome instanceof Outcome.Accepted<Project>(var project, var _) && exp.equals("ok")) {
      var mine = mine(project);
      var theirs = theirs(read(sample.resolve("expected.compose.yml")));
      if (!mine.equals(theirs)) {
        out.append("    DIFF\n      mine   %s\n      theirs %s\n".formatted(mine, theirs));
      }
    }
    Files.writeString(
        Path.of("/tmp/real.txt"),
        out,
        java.nio.file.StandardOpenOption.CREATE,
        java.nio.file.StandardOpenOption.APPEND);
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
    // The contents of configs and secrets are not in the corpus.
    LocalFiles files = path -> bytes(first.resolveSibling(path)).or(() -> Optional.of(new byte[0]));
    bytes(first.resolveSibling(".env"))
        .map(b -> Dotenv.read(".env", new String(b, UTF_8), environment))
        .filter(o -> o instanceof Outcome.Accepted)
        .ifPresent(o ->
            ((Outcome.Accepted<Map<String, String>>) o).value().forEach(environment::putIfAbsent));
    return Loader.load(
        new Input(
            sources,
            environment,
            Optional.empty(),
            "/CORPUS/d5/d4/d3/d2/d1/input",
            Set.of(),
            files));
  }

  private static Map<String, Object> mine(Project project) {
    var result = new TreeMap<String, Object>();
    project
        .services()
        .forEach((name, service) -> {
          var ports = new TreeSet<String>();
          service
              .ports()
              .forEach(p ->
                  ports.add(
                      p.hostAddress().map(a -> a + ":").orElse("")
                          + switch (p.published()) {
                            case PublishedPort.Publication.Fixed(var port) -> port + ":";
                            case PublishedPort.Publication.AnyOf(var range) -> range + ":";
                            case PublishedPort.Publication.Automatic() -> "";
                          }
                          + p.target()
                          + "/"
                          + p.protocol().value()
                          + " "
                          + p.mode().value().word()));
          var environment = new TreeMap<String, String>();
          service
              .container()
              .command()
              .environment()
              .forEach((k, v) -> environment.put(k, v.orElse("(null)")));
          result.put(
              name.text(),
              List.of(service.image().map(ImageRef::toString).orElse(""), ports, environment));
        });
    return result;
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
                    environment.put(e.name(), value.isNull() ? "(null)" : value.asText());
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
