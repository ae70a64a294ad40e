package dev.catamaran.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.source.Dialect;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.source.Variables;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.model.ServiceName;
import dev.catamaran.spec.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loads inline Compose files for the tests of this room. */
final class Loads {
  private final List<Input.Source> sources = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private final Set<String> profiles = new HashSet<>();
  private Optional<String> name = Optional.empty();
  private String directory = "/srv/shop";
  private Optional<Dialect> dialect = Optional.empty();

  private Loads() {}

  /** The first file is c.yaml, the following ones c2.yaml, c3.yaml. */
  static Loads of(String... texts) {
    var loads = new Loads();
    for (var text : texts) {
      var file = loads.sources.isEmpty() ? "c.yaml" : "c" + (loads.sources.size() + 1) + ".yaml";
      loads.sources.add(new Input.Source(file, new Content(text.getBytes(UTF_8))));
    }
    return loads;
  }

  /** One service {@code web} with an image and these further lines, indented as they are. */
  static Loads web(String lines) {
    return of("services:\n  web:\n    image: web\n" + lines.indent(4));
  }

  Loads set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** What lies in the project's directory. */
  Loads file(String path, String text) {
    files.put(path, text);
    return this;
  }

  Loads profile(String profile) {
    profiles.add(profile);
    return this;
  }

  Loads name(String said) {
    name = Optional.of(said);
    return this;
  }

  /** Read as {@code docker stack} does, whatever the file says. */
  Loads stack() {
    dialect = Optional.of(Dialect.STACK);
    return this;
  }

  Loads in(String where) {
    directory = where;
    return this;
  }

  Outcome<Project> outcome() {
    return Loader.load(
        new Input(
            sources,
            new Variables(environment, Map.of()),
            name,
            directory,
            profiles,
            path ->
                Optional.ofNullable(files.get(belowDirectory(path))).map(t -> t.getBytes(UTF_8)),
            dialect,
            true));
  }

  /** Loaders ask for absolute paths; the tests name what lies in the project's directory. */
  private String belowDirectory(String path) {
    return path.startsWith(directory + "/") ? path.substring(directory.length() + 1) : path;
  }

  Project project() {
    var outcome = outcome();
    assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<Project>) outcome).value();
  }

  Service service() {
    return service("web");
  }

  Service service(String called) {
    return Optional.ofNullable(project().services().get(new ServiceName(called))).orElseThrow();
  }

  /** Each finding as {@code line:column severity CODE message}. */
  List<String> findings() {
    return outcome().findings().stream().map(Loads::line).toList();
  }

  private static String line(Finding f) {
    return f.where().orElseThrow().toString().replaceFirst("^c\\.yaml:", "")
        + " "
        + f.severity()
        + " "
        + f.code()
        + " "
        + f.message();
  }
}
