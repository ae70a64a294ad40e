package dev.catamaran.compose.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.Loader;
import dev.catamaran.compose.Resolved;
import dev.catamaran.compose.source.Dialect;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.source.Variables;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlText;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.spec.Content;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prints inline Compose files of the Specification for the tests of this room. */
final class Prints {
  private final String text;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private final Set<String> profiles = new HashSet<>();

  private Prints(String text) {
    this.text = text;
  }

  static Prints of(String text) {
    return new Prints(text);
  }

  /** One service {@code web} with an image; the first line of these is line 4, column 5. */
  static Prints web(String lines) {
    return of("services:\n  web:\n    image: web\n" + lines.indent(4));
  }

  /** More at the top level. */
  Prints and(String lines) {
    return new Prints(text + lines.stripTrailing() + "\n");
  }

  Prints set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Prints file(String path, String content) {
    files.put(path, content);
    return this;
  }

  Prints profile(String profile) {
    profiles.add(profile);
    return this;
  }

  private Outcome<Resolved> outcome() {
    return Loader.resolve(
        new Input(
            List.of(new Input.Source("c.yaml", new Content(text.getBytes(UTF_8)))),
            new Variables(environment, Map.of()),
            Optional.of("shop"),
            "/srv/shop",
            profiles,
            path -> Optional.ofNullable(files.get(path)).map(t -> t.getBytes(UTF_8)),
            Optional.of(Dialect.COMPOSE),
            true));
  }

  Mapping tree() {
    var outcome = outcome();
    assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<Resolved>) outcome).value().tree();
  }

  YamlNode node(String path) {
    YamlNode node = tree();
    for (var step : path.split("\\.", -1)) {
      node = ((Mapping) node).get(step).orElseThrow(() -> new AssertionError("no " + step));
    }
    return node;
  }

  /** What stands at this path, as YAML. */
  String at(String path) {
    return YamlText.of(node(path)).stripTrailing();
  }

  /** What service web has at this key, as YAML. */
  String web() {
    return at("services.web");
  }

  List<String> keys(String path) {
    return ((Mapping) node(path)).entries().stream().map(YamlNode.Entry::name).toList();
  }

  /** Each error as {@code line:column message}. */
  List<String> errors() {
    return outcome().findings().stream().filter(Finding::refuses).map(Prints::line).toList();
  }

  /** Each warning as {@code line:column message}. */
  List<String> warnings() {
    return outcome().findings().stream().filter(f -> !f.refuses()).map(Prints::line).toList();
  }

  private static String line(Finding f) {
    return f.where().orElseThrow().toString().replaceFirst("^c\\.yaml:", "") + " " + f.message();
  }
}
