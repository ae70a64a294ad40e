package dev.catamaran.compose.classic;

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
import dev.catamaran.finding.Outcome;
import dev.catamaran.spec.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves inline files as {@code docker stack config} does. */
final class Stack {
  private final List<Input.Source> sources = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> dotenv = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();

  private Stack() {}

  /** The first file is c.yaml, the following ones c2.yaml, c3.yaml. */
  static Stack of(String... texts) {
    var stack = new Stack();
    for (var text : texts) {
      var file = stack.sources.isEmpty() ? "c.yaml" : "c" + (stack.sources.size() + 1) + ".yaml";
      stack.sources.add(new Input.Source(file, new Content(text.getBytes(UTF_8))));
    }
    return stack;
  }

  /** One service {@code web} with these lines; one file for each of the texts. */
  static Stack web(String... lines) {
    var texts = new ArrayList<String>();
    for (var text : lines) {
      texts.add("services:\n  web:\n" + text.indent(4));
    }
    return of(texts.toArray(String[]::new));
  }

  Stack set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Stack dotenv(String variable, String value) {
    dotenv.put(variable, value);
    return this;
  }

  Stack file(String path, String text) {
    files.put(path, text);
    return this;
  }

  Outcome<Resolved> outcome() {
    return Loader.resolve(
        new Input(
            sources,
            new Variables(environment, dotenv),
            Optional.of("shop"),
            "/srv/shop",
            Set.of(),
            path -> Optional.ofNullable(files.get(path)).map(t -> t.getBytes(UTF_8)),
            Optional.of(Dialect.STACK),
            true));
  }

  Mapping tree() {
    var outcome = outcome();
    assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<Resolved>) outcome).value().tree();
  }

  /** What stands at these keys, as YAML. */
  String at(String... keys) {
    return YamlText.of(node(keys));
  }

  YamlNode node(String... keys) {
    YamlNode node = tree();
    for (var key : keys) {
      node = ((Mapping) node).get(key).orElseThrow(() -> new AssertionError("no " + key));
    }
    return node;
  }

  /** What stands in the service {@code web}, as YAML. */
  String service() {
    return at("services", "web");
  }

  /** Each finding as {@code line:column severity message}; of later files with their names. */
  List<String> findings() {
    return outcome().findings().stream()
        .map(f ->
            f.where().orElseThrow().toString().replaceFirst("^c\\.yaml:", "")
                + " "
                + f.severity()
                + " "
                + f.message())
        .toList();
  }

  /** What to try about the first finding. */
  List<String> ways() {
    return outcome().findings().getFirst().ways();
  }
}
