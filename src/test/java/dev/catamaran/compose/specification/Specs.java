package dev.catamaran.compose.specification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.source.Dialect;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.source.LocalFiles;
import dev.catamaran.compose.source.Variables;
import dev.catamaran.compose.specification.Reading.ComposeFile;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlReader;
import dev.catamaran.compose.tree.YamlText;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.spec.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one tree of inline files, in the folder /srv/shop, as far as this room goes. */
final class Specs {
  private static final String FOLDER = "/srv/shop";

  private final List<String> texts;
  private final Map<String, String> files = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();
  private boolean interpolate = true;

  private Specs(List<String> texts) {
    this.texts = texts;
  }

  /** The first file is c.yaml, the following ones c2.yaml, c3.yaml. */
  static Specs of(String... texts) {
    return new Specs(List.of(texts));
  }

  /** Two files with one service {@code web}, which has an image and these further lines. */
  static Specs web(String base, String over) {
    return of(
        "services:\n  web:\n    image: web\n" + base.indent(4),
        "services:\n  web:\n    image: web\n" + over.indent(4));
  }

  Specs file(String path, String text) {
    files.put(FOLDER + "/" + path, text);
    return this;
  }

  Specs set(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  Specs asWritten() {
    interpolate = false;
    return this;
  }

  private LocalFiles disk() {
    return path ->
        Optional.ofNullable(files.get(path.startsWith("/") ? path : FOLDER + "/" + path))
            .map(t -> t.getBytes(UTF_8));
  }

  static Mapping parsed(String name, String text) {
    return documents(name, text).getFirst();
  }

  private static List<Mapping> documents(String name, String text) {
    return switch (YamlReader.documents(name, text.getBytes(UTF_8))) {
      case Outcome.Accepted<List<YamlNode>>(var nodes, var _) ->
          nodes.stream().map(n -> (Mapping) n).toList();
      case Outcome.Refused<List<YamlNode>>(var causes) -> throw new AssertionError(causes);
    };
  }

  private Mapping tree(Faults faults) {
    var sources = new ArrayList<Input.Source>();
    var parsed = new ArrayList<ComposeFile>();
    for (int i = 0; i < texts.size(); i++) {
      var name = i == 0 ? "c.yaml" : "c" + (i + 1) + ".yaml";
      sources.add(new Input.Source(name, new Content(texts.get(i).getBytes(UTF_8))));
      parsed.add(new ComposeFile(FOLDER + "/" + name, documents(name, texts.get(i))));
    }
    var input =
        new Input(
            sources,
            new Variables(variables, Map.of()),
            Optional.empty(),
            FOLDER,
            Set.of(),
            disk(),
            Optional.of(Dialect.COMPOSE),
            interpolate);
    var scope = new Scope(FOLDER, variables, List.of());
    return new Model(new Reading(input, faults), scope).of(parsed);
  }

  /** The tree, which must be free of errors. */
  Mapping tree() {
    var faults = new Faults();
    var tree = tree(faults);
    assertThat(faults.findings()).filteredOn(Finding::refuses).isEmpty();
    return tree;
  }

  /** What stands at that path of the tree, as YAML in flow style for scalars; null if nothing. */
  @Nullable String at(String path) {
    Optional<YamlNode> node = Optional.of(tree());
    for (var step : path.split("/", -1)) {
      node = node.flatMap(n -> n instanceof Mapping m ? m.get(step) : Optional.empty());
    }
    return node.map(n -> YamlText.of(n).strip()).orElse(null);
  }

  /** What stands below the service {@code web}. */
  @Nullable String web(String attribute) {
    return at("services/web/" + attribute);
  }

  /** Each finding as {@code file:line:column severity message}. */
  List<String> findings() {
    var faults = new Faults();
    tree(faults);
    return faults.findings().stream()
        .sorted(Finding.BY_PLACE)
        .map(f -> f.where().orElseThrow() + " " + f.severity() + " " + f.message())
        .toList();
  }
}
